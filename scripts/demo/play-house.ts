import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { type AppContext, demoTrainer } from '#server/app-context.ts';
import { markAsDemo } from '#server/database/demo-mark.ts';
import type { Transport } from '#server/mail/transport.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { sayWhatTheHouseSays } from './code-of-the-house.ts';
import { type PlayedClock, type PlayedHistory, playHistory } from './play-history.ts';
import { enterSafeguards } from './safeguards.ts';
import { shareWithKazehaya } from './share-with-kazehaya.ts';
import { seedStressTests } from './stress-tests.ts';

type House = { app: AppContext; clock: PlayedClock; until: number; weeks: number };

/** Mail that nobody is to see: it arrived, as far as the store knows. */
export const takenAsDelivered: Transport = {
  deliver: async () => ({ kind: 'accepted', reply: '250 played' }),
  close: () => undefined,
};

/** Fills an empty store with the invented organisation: its people, `weeks` weeks of their nudges and answers, and all that it wrote by then. */
export async function playHouse({ app, clock, until, weeks }: House): Promise<PlayedHistory> {
  const { db } = app.store;
  await importFiles(app, ['people.csv', 'exposures.csv', 'teams.csv'], clock.now);
  await enterSafeguards(db, until, demoTrainer);
  const importLater = () => importFiles(app, ['people-pune.csv', 'exposures-pune.csv', 'teams-pune.csv'], clock.now);
  const played = await playHistory({ app, clock, until, weeks, trainer: demoTrainer, importLater });
  await shareWithKazehaya(app, demoTrainer, until - 3 * dayMs);
  await seedStressTests(db, until);
  await sayWhatTheHouseSays(db, demoTrainer, until);
  await markAsDemo(db, until);
  return played;
}

async function importFiles(app: AppContext, files: readonly string[], now: number): Promise<void> {
  for (const file of files) await importFile(app, file, now);
}

async function importFile(app: AppContext, file: string, now: number): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
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
