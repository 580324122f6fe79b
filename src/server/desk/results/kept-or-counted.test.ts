import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { noteChangeOf } from '#server/database/team-changes.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { personIdOf } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import { refreshHeat } from '../refresh-heat.ts';
import { countedOnTheSpot } from './kept-or-counted.ts';
import { refreshResults } from './refresh-results.ts';

const now = Date.parse('2026-11-24T02:00:00Z');
const minute = 60_000;
const stopping = new AbortController().signal;

/** Motors, of as many people, `p0` and so on, and Pumps of six, `q0` and so on. */
async function aHouse(size: number): Promise<Db> {
  const db = await aStore();
  const lines = (team: string, letter: string, people: number) =>
    Array.from({ length: people }, (_, id) => `${team},${letter}${id},${letter}${id}@kazehaya.example,buyer,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...lines('Motors', 'p', size), ...lines('Pumps', 'q', 6)].join('\n');
  const { vocabulary } = aCatalogue();
  const outcome = await importCsv(db, { text, vocabulary, now: now - 90 * dayMs, dryRun: false, prune: false });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return db;
}

async function answersAt(db: Db, name: string, at: number): Promise<void> {
  const { nudgeId } = await aSentNudge(db, name, at, { kind: 'recall' });
  const answer = { nudge_id: nudgeId, choice: 'a', right: 1, sureness: 'sure', answered_at: at } as const;
  await db.insertInto('answer').values(answer).execute();
  await noteChangeOf(db, await personIdOf(db, name));
}

async function keptAt(db: Db, at: number): Promise<number> {
  await refreshHeat(aPlanner(db), () => at, stopping);
  return refreshResults(db, () => at, stopping);
}

/** Lessons met by each team over the last year, as the desk says it, and as of when. */
async function shownAt(db: Db, at: number): Promise<{ met: Record<string, number | null>; countedAt: number }> {
  const desk = new Desk(
    aPlanner(db),
    { showByName: 'done', smallestTeam: 5 },
    'tara@works.example',
    'house',
    new Set(),
  );
  const { teams, countedAt } = await desk.results.teams(aCatalogue(), { find: '', page: 1 }, 'year', at);
  const met = teams.map(({ name, tally }) => [name, tally.held === null ? tally.met : null] as const);
  return { met: Object.fromEntries(met), countedAt };
}

const large = countedOnTheSpot + 10;

test('results of a large team are shown as they were kept, with when that was; minutes after somebody answered they are kept anew', async () => {
  const db = await aHouse(large);
  await answersAt(db, 'p0', now - dayMs);
  expect(await keptAt(db, now)).toBe(2);
  await answersAt(db, 'p1', now + minute);
  expect(await shownAt(db, now + 2 * minute)).toMatchObject({ met: { Motors: 1 }, countedAt: now });
  expect(await keptAt(db, now + 4 * minute)).toBe(0);
  expect(await keptAt(db, now + 6 * minute)).toBe(1);
  expect(await shownAt(db, now + 7 * minute)).toMatchObject({ met: { Motors: 2 } });
});

test('beside it a small team of which somebody has answered since is counted for the page', async () => {
  const db = await aHouse(large);
  await keptAt(db, now);
  await answersAt(db, 'p0', now + minute);
  await answersAt(db, 'q0', now + minute);
  expect(await shownAt(db, now + 2 * minute)).toEqual({ met: { Motors: 0, Pumps: 1 }, countedAt: now });
});

test('what is kept is renewed after half an hour, as the period moves on, and shown for an hour at most', async () => {
  const db = await aHouse(large);
  await answersAt(db, 'p0', now + 20 * minute - 365 * dayMs);
  await keptAt(db, now);
  expect(await shownAt(db, now + 59 * minute)).toMatchObject({ met: { Motors: 1 }, countedAt: now });
  expect(await shownAt(db, now + 61 * minute)).toMatchObject({ met: { Motors: 0 }, countedAt: now + 61 * minute });
  expect(await keptAt(db, now + 29 * minute)).toBe(0);
  expect(await keptAt(db, now + 31 * minute)).toBe(2);
});

test('a house that can be counted while somebody waits keeps nothing, and sees what is so now', async () => {
  const db = await aHouse(6);
  expect(await keptAt(db, now)).toBe(0);
  await answersAt(db, 'p0', now + minute);
  expect(await shownAt(db, now + 2 * minute)).toEqual({ met: { Motors: 1, Pumps: 0 }, countedAt: now + 2 * minute });
});

test('of whoever was erased no results are kept', async () => {
  const db = await aHouse(large);
  await answersAt(db, 'p0', now - dayMs);
  await keptAt(db, now);
  await erasePerson(db, 'p0@kazehaya.example', now + minute);
  const kept = await db.selectFrom('team_memory').select('results').execute();
  expect(kept.map(({ results }) => JSON.parse(results ?? '').year.met)).toEqual([0]);
  expect(await shownAt(db, now + 2 * minute)).toMatchObject({ met: { Motors: 0 } });
});
