import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoTrainer, openHouse } from '../src/compose.ts';
import { HouseError } from '../src/house-error.ts';
import { openMailCatcher } from '../src/inbox/mail-catcher.ts';
import { openSmtpTransport, type Transport } from '../src/mail/transport.ts';
import { dayMs } from '../src/memory/forgetting-curve.ts';
import { importCsv } from '../src/people/import-csv.ts';
import type { Settings } from '../src/settings.ts';
import { markAsDemo } from '../src/store/demo-mark.ts';
import { openStore, storeFileName } from '../src/store/open-store.ts';
import { type PlayedClock, playHistory } from './demo/play-history.ts';

const weeks = 26;
const folder = join(import.meta.dirname, 'demo');

export type PlayedDemo = { nudges: number; answers: number };

/**
 * Sets up the invented organisation Kazehaya once: four teams in four places, thirty people, their exposure, and half a year of
 * nudges and answers played through the real engine. `null` when the store already holds people. It is played in a
 * folder of its own and moved into place at the end, so that a start broken off half-way leaves nothing half-played.
 */
export async function setUpDemo(settings: Settings, now: number): Promise<PlayedDemo | null> {
  if (await holdsPeople(settings.dataDir)) return null;
  const playedIn = join(settings.dataDir, 'demo-being-played');
  rmSync(playedIn, { recursive: true, force: true });
  const played = await play({ ...settings, dataDir: playedIn }, now);
  for (const name of ['secret', 'inbox', storeFileName])
    moveIntoPlace(join(playedIn, name), join(settings.dataDir, name));
  rmSync(playedIn, { recursive: true, force: true });
  return played;
}

async function holdsPeople(dataDir: string): Promise<boolean> {
  if (!existsSync(join(dataDir, storeFileName))) return false;
  const store = await openStore(dataDir);
  const person = await store.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  await store.close();
  return person !== undefined;
}

function moveIntoPlace(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}

async function play(settings: Settings, now: number): Promise<PlayedDemo> {
  const clock: PlayedClock = { now: now - weeks * 7 * dayMs };
  const mail = await playedMail(settings, () => clock.now >= now - shownDays * dayMs);
  const house = await openHouse(settings, { clock: () => clock.now, transport: mail.transport, catcher: false });
  try {
    await importFiles(house, ['people.csv', 'exposures.csv', 'teams.csv'], clock.now);
    const importLater = () =>
      importFiles(house, ['people-pune.csv', 'exposures-pune.csv', 'teams-pune.csv'], clock.now);
    const played = await playHistory({ house, clock, until: now, weeks, trainer: demoTrainer, importLater });
    await markAsDemo(house.store.db, now);
    return played;
  } finally {
    await house.close();
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
  isShown: () => boolean,
): Promise<{ transport: Transport; close: () => Promise<void> }> {
  const past: Transport = { deliver: async () => ({ kind: 'accepted', reply: '250 played' }), close: () => undefined };
  if (settings.smtpUrl) return { transport: past, close: async () => undefined };
  const catcher = await openMailCatcher(join(settings.dataDir, 'inbox'));
  const recent = openSmtpTransport(catcher.smtpUrl);
  const transport: Transport = {
    deliver: (envelope, raw) => (isShown() ? recent : past).deliver(envelope, raw),
    close: () => recent.close(),
  };
  return { transport, close: catcher.close };
}

type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

async function importFiles(house: OpenHouse, files: readonly string[], now: number): Promise<void> {
  for (const file of files) await importFile(house, file, now);
}

async function importFile(house: OpenHouse, file: string, now: number): Promise<void> {
  const text = readFileSync(join(folder, file), 'utf8');
  const outcome = await importCsv(house.store.db, {
    text,
    vocabulary: house.catalogue.vocabulary,
    now,
    dryRun: false,
    prune: false,
  });
  if (outcome.ok) return;
  const first = outcome.faults[0];
  throw new HouseError(
    'DEMO_DATA',
    `The demo's ${file} cannot be used: line ${first?.line}, ${first?.field}: ${first?.wrong}.`,
    'Mend the file in scripts/demo.',
  );
}
