import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { demoTrainer, openApp, usualParts } from '#server/app-context.ts';
import { copyStore } from '#server/database/copy-store.ts';
import { openDatabase, type StorePlace } from '#server/database/open-database.ts';
import { marksIn } from '#server/database/sent-mark.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import type { Log } from '#server/log/log.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { openMailCatcher } from '#server/mail-catcher/mail-catcher.ts';
import type { Settings } from '#server/settings.ts';
import type { PlayedClock, PlayedHistory } from './demo/play-history.ts';
import { playHouse, takenAsDelivered } from './demo/play-house.ts';
import { askSuppliers } from './demo/suppliers.ts';

const weeks = 26;

/**
 * Sets up the invented organisation Kazehaya once: four teams in four places, thirty people, their exposure, and half a year of
 * nudges and answers played through the real engine. `null` when the store already holds people. It is played in a
 * folder of its own and moved into place at the end, so that a start broken off half-way leaves nothing half-played.
 */
export async function setUpDemo(settings: Settings, log: Log, now: number): Promise<PlayedHistory | null> {
  if (await holdsPeople(settings)) return null;
  const playedIn = join(settings.dataDir, 'demo-being-played');
  rmSync(playedIn, { recursive: true, force: true });
  const played = await playShown({ ...settings, dataDir: playedIn, databaseUrl: null }, log, now);
  if (settings.databaseUrl) await copyIntoDatabase(playedIn, settings);
  else moveIntoPlace(join(playedIn, storeFileName), join(settings.dataDir, storeFileName));
  // The marks say that this is the store that sent the mail of half a year, and no copy of it.
  for (const name of ['secret', 'sharing-key.pem', 'inbox', ...marksIn(playedIn)])
    moveIntoPlace(join(playedIn, name), join(settings.dataDir, name));
  rmSync(playedIn, { recursive: true, force: true });
  return played;
}

async function copyIntoDatabase(playedIn: string, place: StorePlace): Promise<void> {
  const [played, database] = [await openDatabase({ dataDir: playedIn, databaseUrl: null }), await openDatabase(place)];
  try {
    await copyStore(played.db, database.db);
  } finally {
    await Promise.all([played.close(), database.close()]);
  }
}

async function holdsPeople({ dataDir, databaseUrl }: StorePlace): Promise<boolean> {
  if (!databaseUrl && !existsSync(join(dataDir, storeFileName))) return false;
  const store = await openDatabase({ dataDir, databaseUrl });
  const person = await store.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  await store.close();
  return person !== undefined;
}

function moveIntoPlace(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}

async function playShown(settings: Settings, log: Log, now: number): Promise<PlayedHistory> {
  const clock: PlayedClock = { now: now - weeks * 7 * dayMs };
  const mail = await playedMail(settings, log, () => clock.now >= now - shownDays * dayMs);
  const app = await openApp(settings, { ...usualParts, log, clock: () => clock.now, mail: mail.transport });
  try {
    const played = await playHouse({ app, clock, until: now, weeks });
    await askSuppliers(app, demoTrainer, now);
    return played;
  } finally {
    await app.close();
    await mail.close();
  }
}

/** The inbox shows the last days' mail, so that there is something to answer on a Sunday too. */
const shownDays = 6;

/**
 * The played mail: older ones are taken as delivered, those that are to be shown go over SMTP to the built-in catcher. A real mail server
 * gets none of it, because nobody wants last week's mail.
 */
async function playedMail(
  settings: Settings,
  log: Log,
  isShown: () => boolean,
): Promise<{ transport: Transport; close: () => Promise<void> }> {
  if (settings.smtpUrl) return { transport: takenAsDelivered, close: async () => undefined };
  const catcher = await openMailCatcher(join(settings.dataDir, 'inbox'), log);
  const recent = openSmtpTransport(catcher.smtpUrl, relayManner(settings, { clock: usualParts.clock, log }));
  const transport: Transport = {
    deliver: (envelope, raw) => (isShown() ? recent : takenAsDelivered).deliver(envelope, raw),
    close: () => recent.close(),
  };
  return { transport, close: catcher.close };
}
