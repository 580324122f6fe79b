import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoTrainer, openHouse } from '../src/compose.ts';
import { HouseError } from '../src/house-error.ts';
import { importPeople } from '../src/people/import-people.ts';
import type { Settings } from '../src/settings.ts';
import { type PlayedClock, playHistory } from './demo/play-history.ts';

const weeks = 26;
const folder = join(import.meta.dirname, 'demo');

/**
 * Sets up the invented organisation Kazehaya once: four teams in four places, thirty people, their exposure, and half a year of nudges and
 * answers played through the real engine. `null` when the store already holds people.
 */
export async function setUpDemo(settings: Settings, now: number): Promise<{ nudges: number; answers: number } | null> {
  const clock: PlayedClock = { now: now - weeks * 7 * 86_400_000 };
  const transport = {
    deliver: async () => ({ kind: 'accepted' as const, reply: '250 played' }),
    close: () => undefined,
  };
  const house = await openHouse(settings, { clock: () => clock.now, transport, catcher: false });
  try {
    const known = await house.store.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
    if (known) return null;
    await importFiles(house, ['people.csv', 'exposures.csv'], clock.now);
    const importLater = () => importFiles(house, ['people-pune.csv', 'exposures-pune.csv'], clock.now);
    const counts = await playHistory({ house, clock, until: now, weeks, trainer: demoTrainer, importLater });
    await house.store.db
      .insertInto('fact')
      .values({ name: 'demo-since', value: new Date(now).toISOString() })
      .execute();
    return counts;
  } finally {
    await house.close();
  }
}

type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

async function importFiles(house: OpenHouse, files: readonly string[], now: number): Promise<void> {
  for (const file of files) await importFile(house, file, now);
}

async function importFile(house: OpenHouse, file: string, now: number): Promise<void> {
  const text = readFileSync(join(folder, file), 'utf8');
  const outcome = await importPeople(house.store.db, {
    text,
    vocabulary: house.catalogue.vocabulary,
    now,
    dryRun: false,
  });
  if (outcome.ok) return;
  const first = outcome.faults[0];
  throw new HouseError(
    'DEMO_DATA',
    `The demo's ${file} cannot be used: line ${first?.line}, ${first?.field}: ${first?.wrong}.`,
    'Mend the file in scripts/demo.',
  );
}
