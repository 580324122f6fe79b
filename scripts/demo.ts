import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { demoTrainer, openApp, usualParts } from '#server/app-context.ts';
import { copyStore } from '#server/database/copy-store.ts';
import { markAsDemo } from '#server/database/demo-mark.ts';
import { openDatabase, type StorePlace } from '#server/database/open-database.ts';
import { marksIn } from '#server/database/sent-mark.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import type { Log } from '#server/log/log.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { openMailCatcher } from '#server/mail-catcher/mail-catcher.ts';
import { importCsv } from '#server/people/import-csv.ts';
import type { Settings } from '#server/settings.ts';
import { sayWhatTheHouseSays } from './demo/code-of-the-house.ts';
import { reportNearMisses } from './demo/near-misses.ts';
import { type PlayedClock, type PlayedHistory, playHistory } from './demo/play-history.ts';
import { enterSafeguards } from './demo/safeguards.ts';
import { shareWithKazehaya } from './demo/share-with-kazehaya.ts';
import { seedStressTests } from './demo/stress-tests.ts';
import { askSuppliers } from './demo/suppliers.ts';

const weeks = 26;
const folder = join(import.meta.dirname, 'demo');

/**
 * Sets up the invented organisation Kazehaya once: four teams in four places, thirty people, their exposure, and half a year of
 * nudges and answers played through the real engine. `null` when the store already holds people. It is played in a
 * folder of its own and moved into place at the end, so that a start broken off half-way leaves nothing half-played.
 */
export async function setUpDemo(settings: Settings, log: Log, now: number): Promise<PlayedHistory | null> {
  if (await holdsPeople(settings)) return null;
  const playedIn = join(settings.dataDir, 'demo-being-played');
  rmSync(playedIn, { recursive: true, force: true });
  const played = await play({ ...settings, dataDir: playedIn, databaseUrl: null }, log, now);
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

async function play(settings: Settings, log: Log, now: number): Promise<PlayedHistory> {
  const clock: PlayedClock = { now: now - weeks * 7 * dayMs };
  const mail = await playedMail(settings, log, () => clock.now >= now - shownDays * dayMs);
  const app = await openApp(settings, { ...usualParts, log, clock: () => clock.now, mail: mail.transport });
  try {
    await importFiles(app, ['people.csv', 'exposures.csv', 'teams.csv'], clock.now);
    await enterSafeguards(app.store.db, now, demoTrainer);
    const importLater = () => importFiles(app, ['people-pune.csv', 'exposures-pune.csv', 'teams-pune.csv'], clock.now);
    const played = await playHistory({ app, clock, until: now, weeks, trainer: demoTrainer, importLater });
    await shareWithKazehaya(app, demoTrainer, now - 3 * dayMs);
    await seedStressTests(app.store.db, now);
    await reportNearMisses(app, demoTrainer, now);
    await askSuppliers(app, demoTrainer, now);
    await sayWhatTheHouseSays(app.store.db, demoTrainer, now);
    await markAsDemo(app.store.db, now);
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
  const past: Transport = { deliver: async () => ({ kind: 'accepted', reply: '250 played' }), close: () => undefined };
  if (settings.smtpUrl) return { transport: past, close: async () => undefined };
  const catcher = await openMailCatcher(join(settings.dataDir, 'inbox'), log);
  const recent = openSmtpTransport(catcher.smtpUrl, relayManner(settings, { clock: usualParts.clock, log }));
  const transport: Transport = {
    deliver: (envelope, raw) => (isShown() ? recent : past).deliver(envelope, raw),
    close: () => recent.close(),
  };
  return { transport, close: catcher.close };
}

type RunningApp = Awaited<ReturnType<typeof openApp>>;

async function importFiles(app: RunningApp, files: readonly string[], now: number): Promise<void> {
  for (const file of files) await importFile(app, file, now);
}

async function importFile(app: RunningApp, file: string, now: number): Promise<void> {
  const text = readFileSync(join(folder, file), 'utf8');
  const outcome = await importCsv(app.store.db, {
    text,
    vocabulary: app.catalogue.vocabulary,
    now,
    dryRun: false,
    prune: false,
  });
  if (outcome.ok) return;
  const first = outcome.faults[0];
  const where = `line ${first?.line}, ${first?.field}`;
  throw new AppError('DEMO_DATA', { file, where, wrong: first?.wrong ?? 'nobody knows why' });
}
