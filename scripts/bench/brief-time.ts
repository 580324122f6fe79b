import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { usualSmallestTeam } from '#core/privacy/smallest-team.ts';
import { refreshBriefMemory } from '#server/brief/facts/kept-memory.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { fillOrganisation } from './load/organisation.ts';
import { besideGoal } from './load/quantiles.ts';
import { measuredChild } from './measured-child.ts';

const house = { people: 20_000, teams: 80, zones: ['Asia/Tokyo'] };
const mailsAYear = 26;
const goals = { seconds: 2, megabytes: 300 };

/** The board brief of a large house that has been at it for so many years, made by a process of its own, as the command makes it. */
export async function briefTime(years: number): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-brief-'));
  try {
    await layOutHouse(dataDir, years);
    const { stdout, megabytes } = measuredChild(
      join(import.meta.dirname, 'brief-worker.ts'),
      [dataDir],
      '.',
      process.env,
    );
    const [first = 0, again = 0, anew = 0, processor = 0] = stdout.trim().split(' ').map(Number);
    return [
      `${house.people} people in ${house.teams} teams, ${years} years of mail: made in ${besideGoal(first / 1000, goals.seconds, 's', 2)}, again in ${(again / 1000).toFixed(2)} s; of the quarter before, counted anew, in ${besideGoal(anew / 1000, goals.seconds, 's', 2)}, processor ${(processor / 1000).toFixed(2)} s; the process held ${besideGoal(megabytes, goals.megabytes, 'MB')}`,
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function layOutHouse(dataDir: string, years: number): Promise<void> {
  const store = await openDatabase({ dataDir, databaseUrl: null });
  const catalogue = readPublishedLibrary(join('dist', 'client')).en;
  const now = Date.now();
  await fillOrganisation(store.db, catalogue, { ...house, now, pastMails: Math.round(years * mailsAYear) });
  const planner = { db: store.db, catalogue, seed: 'bench', weights: usualWeights, newcomers: nobodyIsNew };
  await refreshHeat(planner, () => now, new AbortController().signal);
  await refreshBriefMemory(store.db, usualSmallestTeam, now);
  await store.close();
}
