import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { noteChangeOf } from '#server/database/team-changes.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { allTeamIds, readTeams } from '#server/nudges/read-teams.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore, timesTried, withStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { memoryHeatmap } from '../heatmap.ts';
import { refreshHeat } from '../refresh-heat.ts';
import { type MemoryPicture, type PictureAsked, readPicture } from './read-picture.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const people = ['Mei', 'Jan', 'Ana', 'Ben'];
const stopping = new AbortController().signal;

async function pictureAt(planner: Planner, at: number, asked: Partial<PictureAsked> = {}): Promise<MemoryPicture> {
  const teamIds = await allTeamIds(planner.db);
  const usual = { unranked: [], find: '', page: 1, order: 'coldest', grouping: 'none' } as const;
  return readPicture(planner, planner.catalogue, { teamIds, ...usual, ...asked }, at);
}

const refreshedAt = (planner: Planner, at: number) => refreshHeat(planner, () => at, stopping);

/** What the planner sees of everybody, all of their past included: what kept figures have to agree with. */
async function computedAt({ db, catalogue, weights }: Planner, at: number) {
  return memoryHeatmap(catalogue, await readTeams(db, catalogue, at), at, weights);
}

async function answered(planner: Planner, name: string, at: number, choice = 'b'): Promise<void> {
  const { token } = await aSentNudge(planner.db, name, at - dayMs);
  await recordAnswer(answerContext(planner.db), token, { choice, sureness: 'fairly' }, at);
}

/** Teams of so many people each, named after their number. */
async function teamsOf(planner: Planner, teams: number, size: number): Promise<void> {
  const lines = Array.from(
    { length: teams * size },
    (_, id) => `Team ${id % teams},P${id},p${id}@firm.example,buyer,Etc/UTC`,
  );
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  const outcome = await importCsv(planner.db, {
    text,
    vocabulary: aCatalogue().vocabulary,
    now,
    dryRun: false,
    prune: false,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
}

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...people),
    does: fc.constantFrom('answers', 'answers wrong', 'leaves', 'is kept'),
    hours: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever happens in between, what is kept and what is worked out are the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (drawn) =>
      withStore(async (db) => {
        const planner = aPlanner(db);
        await aTeamInStore(db, people, now);
        let at = now;
        for (const { name, does, hours } of drawn) {
          // A second nudge of the same day is refused.
          at += hours * 3_600_000 + dayMs;
          if (does === 'is kept') await refreshedAt(planner, at);
          else if (does === 'leaves')
            await importCsv(db, {
              text: `team,name,email,role,zone,leaves_on\nMotors,${name},${emailOf(name)},buyer,Etc/UTC,2026-12-01`,
              vocabulary: aCatalogue().vocabulary,
              now: at,
              dryRun: false,
              prune: false,
            });
          else await answered(planner, name, at, does === 'answers' ? 'b' : 'a');
        }
        await refreshedAt(planner, at);
        const shown = await pictureAt(planner, at);
        expect(shown.rows).toEqual(await computedAt(planner, at));
        expect(shown.asOf).toBeGreaterThan(at - 30 * 60_000 - 1);
      }),
    ),
    { numRuns: timesTried(15) },
  );
});

test('a small organisation is shown as it is now, whether or not anything was kept of it', async () => {
  const planner = aPlanner(await aStore());
  await aTeamInStore(planner.db, people, now);
  const withNothingKept = await pictureAt(planner, now);
  expect(withNothingKept).toMatchObject({ asOf: now, behind: false, waiting: [], found: 1, pages: 1 });
  await refreshedAt(planner, now);
  await answered(planner, 'Mei', now + 60_000);
  const shown = await pictureAt(planner, now + 60_000);
  expect(shown).toMatchObject({ asOf: now + 60_000, behind: false });
  expect(shown.rows).toEqual(await computedAt(planner, now + 60_000));
  expect(shown.rows).not.toEqual(withNothingKept.rows);
});

test('of a large team the page shows what was kept, says as of when and that it is behind, until the next round', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 1, 300);
  expect(await pictureAt(planner, now)).toMatchObject({ rows: [], waiting: [{ name: 'Team 0' }] });
  await refreshedAt(planner, now);
  const kept = await pictureAt(planner, now + 60_000);
  expect(kept).toMatchObject({ asOf: now, behind: false, waiting: [] });
  await noteChangeOf(planner.db, 1);
  expect(await pictureAt(planner, now + 120_000)).toMatchObject({ asOf: now, behind: true, rows: kept.rows });
  expect(await refreshedAt(planner, now + 120_000)).toBe(1);
  expect(await pictureAt(planner, now + 120_000)).toMatchObject({ asOf: now + 120_000, behind: false });
});

test('a round reckons what has changed or is half an hour old, and nothing else', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 3, 2);
  expect(await refreshedAt(planner, now)).toBe(3);
  expect(await refreshedAt(planner, now + 29 * 60_000)).toBe(0);
  await noteChangeOf(planner.db, 1);
  expect(await refreshedAt(planner, now + 29 * 60_000)).toBe(1);
  expect(await refreshedAt(planner, now + 31 * 60_000)).toBe(2);
});

test('other weights, another model, a new signal or a clock that was ahead make all that is kept old', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 2, 2);
  await refreshedAt(planner, now);
  const heavier = { ...planner, weights: { ...planner.weights, reach: planner.weights.reach + 1 } };
  expect(await refreshedAt(heavier, now)).toBe(2);
  await planner.db
    .insertInto('memory_model')
    .values({ fitted_at: now, answers: 1, decay: 0.3, scale: 1, growth: 1, spacing: 1, kept: 1 })
    .execute();
  expect(await refreshedAt(heavier, now)).toBe(2);
  await planner.db
    .insertInto('signal')
    .values({
      topic: 'country',
      word: 'JP',
      note: '',
      from_on: '2026-11-24',
      until_on: '2026-12-24',
      made_by: '',
      made_at: now,
    })
    .execute();
  expect(await refreshedAt(heavier, now)).toBe(2);
  expect(await refreshedAt(heavier, now - dayMs)).toBe(2);
});

test('an answer that comes while its team is being reckoned is counted by the next round', async () => {
  const planner = aPlanner(await aStore());
  await aTeamInStore(planner.db, people, now);
  await refreshedAt(planner, now);
  await noteChangeOf(planner.db, await personIdOf(planner.db, 'Mei'));
  let asked = 0;
  // The clock is asked when a round begins and again when a team's turn comes: the answer falls between.
  const clock = () => {
    asked += 1;
    if (asked === 2) void noteChangeOf(planner.db, 1);
    return now + 1000;
  };
  await refreshHeat(planner, clock, stopping);
  expect(await refreshedAt(planner, now + 2000)).toBe(1);
});

test('whoever is erased is in no kept figure from that moment on', async () => {
  const planner = aPlanner(await aStore());
  await aTeamInStore(planner.db, people, now);
  await answered(planner, 'Ana', now);
  await refreshedAt(planner, now);
  await erasePerson(planner.db, emailOf('Ana'), now);
  expect(await planner.db.selectFrom('team_memory').selectAll().execute()).toEqual([]);
  expect((await pictureAt(planner, now)).rows).toEqual(await computedAt(planner, now));
});

const namesOf = ({ groups }: MemoryPicture) => groups.flatMap(({ teams }) => teams.map(({ name }) => name));

test('many teams come forty on a page, the coldest first, each once, and can be found by a part of their name', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 90, 1);
  await refreshedAt(planner, now);
  for (const [index, held] of [0.9, 0.2, 0.5].entries())
    await planner.db
      .updateTable('team_memory')
      .set({ held })
      .where('team_id', '=', index + 1)
      .execute();
  const pages = await Promise.all([1, 2, 3].map((page) => pictureAt(planner, now, { page })));
  expect(pages.map(({ rows }) => rows.length)).toEqual([40, 40, 10]);
  const names = pages.flatMap(namesOf);
  expect(new Set(names).size).toBe(90);
  expect(names.slice(-3)).toEqual(['Team 1', 'Team 2', 'Team 0']);
  expect(await pictureAt(planner, now, { page: 99 })).toMatchObject({ page: 3, pages: 3 });
  const found = await pictureAt(planner, now, { find: ' TEAM 8' });
  expect(found).toMatchObject({ found: 11, all: 90, pages: 1 });
});

test('teams are ordered by what is kept: those that lose most, or those that their lessons concern most', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 3, 2);
  await refreshedAt(planner, now);
  for (const [index, kept] of [
    { held: 0.1, losing: 0.1, matters: 0.5 },
    { held: 0.9, losing: 0.3, matters: 0.2 },
    { held: 0.5, losing: 0.2, matters: 0.9 },
  ].entries())
    await planner.db
      .updateTable('team_memory')
      .set(kept)
      .where('team_id', '=', index + 1)
      .execute();
  const inOrder = async (order: PictureAsked['order']) => namesOf(await pictureAt(planner, now, { order }));
  expect(await inOrder('coldest')).toEqual(['Team 0', 'Team 2', 'Team 1']);
  expect(await inOrder('losing')).toEqual(['Team 1', 'Team 2', 'Team 0']);
  expect(await inOrder('relevant')).toEqual(['Team 2', 'Team 0', 'Team 1']);
});

test('teams stand beside those of their site, or of what most of them do, and those without a site last', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 4, 3);
  await planner.db
    .insertInto('team_link')
    .values([
      { team_id: 1, kind: 'site', word: 'JP Nagoya plant' },
      { team_id: 3, kind: 'site', word: 'NL Rotterdam' },
      { team_id: 3, kind: 'site', word: 'DE Ulm' },
      { team_id: 4, kind: 'site', word: 'JP Nagoya plant' },
    ])
    .execute();
  await planner.db.updateTable('person').set({ role: 'logistics' }).where('team_id', '=', 2).execute();
  const groupsBy = async (grouping: PictureAsked['grouping']) =>
    (await pictureAt(planner, now, { grouping })).groups.map(({ name, teams }) => [name, teams.map(({ id }) => id)]);
  expect(await groupsBy('none')).toEqual([[null, [1, 2, 3, 4]]]);
  expect(await groupsBy('site')).toEqual([
    ['Nagoya plant', [1, 4]],
    ['Ulm', [3]],
    [null, [2]],
  ]);
  const byFunction = await groupsBy('function');
  expect(byFunction.map(([, ids]) => ids)).toEqual(expect.arrayContaining([[1, 3, 4], [2]]));
  expect(byFunction.every(([name]) => name !== null)).toBe(true);
});

test('figures that another version kept in another form are worked out anew', async () => {
  const planner = aPlanner(await aStore());
  await aTeamInStore(planner.db, people, now);
  await refreshedAt(planner, now);
  const figures = JSON.stringify([{ lessonId: 'keep-stock', chance: 0.4 }]);
  await planner.db.updateTable('team_memory').set({ figures }).execute();
  expect((await pictureAt(planner, now)).rows).toEqual(await computedAt(planner, now));
});

test('a team whose warmth may not be told does not tell it by its place either', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 10, 2);
  await refreshedAt(planner, now);
  await planner.db.updateTable('team_memory').set({ held: 0.5 }).execute();
  for (const held of [0.1, 0.9]) {
    await planner.db.updateTable('team_memory').set({ held }).where('team_id', '=', 4).execute();
    const last = await pictureAt(planner, now, { unranked: [4] });
    expect(last.groups.at(-1)?.teams.at(-1)?.id, String(held)).toBe(4);
  }
});

test('only teams that may be shown are shown, counted or found', async () => {
  const planner = aPlanner(await aStore());
  await teamsOf(planner, 3, 2);
  const shown = await pictureAt(planner, now, { teamIds: [2] });
  expect(shown).toMatchObject({ found: 1, all: 1, groups: [{ teams: [{ id: 2 }] }], rows: [{ teamId: 2 }] });
  expect(await pictureAt(planner, now, { teamIds: [2], find: 'Team 0' })).toMatchObject({ found: 0, groups: [] });
});
