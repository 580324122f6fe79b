import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import type { Db } from '#server/database/open-database.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const catalogue = aCatalogue();
const six = ['Ada', 'Ben', 'Cleo', 'Dan', 'Emi', 'Finn'];

async function aTeam(names: readonly string[]) {
  const db = await aStore();
  const team = await aTeamInStore(db, names, now - 400 * dayMs);
  return { db, teamId: team.id };
}

function deskOf(db: Db, showByName: ShowByName, scope: TeamScope = 'house') {
  return new Desk(aPlanner(db), { showByName, smallestTeam: 5 }, 'tara@works.example', scope, new Set()).results;
}

/** A question sent to somebody and answered so many days ago. */
async function answered(
  db: Db,
  name: string,
  daysAgo: number,
  right: boolean,
  assignmentId: number | null = null,
  lessonId = 'keep-stock',
) {
  const at = now - daysAgo * dayMs;
  const { nudgeId } = await aSentNudge(db, name, at, { kind: 'recall', lessonId });
  if (assignmentId !== null) {
    await db.updateTable('nudge').set({ assignment_id: assignmentId }).where('id', '=', nudgeId).execute();
  }
  const row = {
    nudge_id: nudgeId,
    choice: 'a',
    right: right ? 1 : 0,
    sureness: 'sure',
    answered_at: at + 60_000,
  } as const;
  await db.insertInto('answer').values(row).execute();
  return nudgeId;
}

async function assigned(db: Db, teamId: number): Promise<number> {
  const row = {
    team_id: teamId,
    module_id: 'first-week',
    due_on: '2026-12-18',
    from_on: '2026-11-01',
    assigned_by: 'tara@works.example',
    assigned_at: now - 29 * dayMs,
  };
  const { id } = await db.insertInto('assignment').values(row).returning('id').executeTakeFirstOrThrow();
  const lessons = ['keep-stock', 'know-your-maker', 'second-source'];
  const held = lessons.map((lesson_id, place) => ({ assignment_id: id, place, lesson_id }));
  await db.insertInto('assignment_lesson').values(held).execute();
  return id;
}

test('a person is through when every lesson of the module is answered, by whatever answer', async () => {
  const { db, teamId } = await aTeam(six);
  const id = await assigned(db, teamId);
  for (const [index, lesson] of ['keep-stock', 'know-your-maker', 'second-source'].entries()) {
    await answered(db, 'Ada', 3 + index, false, id, lesson);
  }
  await answered(db, 'Ben', 3, true, id);
  const team = await deskOf(db, 'done').team(catalogue, teamId, 'year', now);
  const of = (name: string) => team?.people.find((person) => person.name === name)?.modules[0];
  expect(of('Ada')).toMatchObject({ answered: 3, lessons: 3, done: true });
  expect(of('Ben')).toMatchObject({ answered: 1, lessons: 3, done: false });
  expect(of('Cleo')).toMatchObject({ sent: 0, answered: 0, done: false });
  expect(team?.modules).toMatchObject([{ people: 6, done: 1 }]);
});

test('right or wrong stands beside a name only where the house shows results', async () => {
  const { db, teamId } = await aTeam(six);
  await answered(db, 'Ada', 40, true);
  await answered(db, 'Ada', 20, true);
  const quiet = await deskOf(db, 'done').team(catalogue, teamId, 'year', now);
  expect(quiet?.people.every(({ tally }) => tally === null)).toBe(true);
  expect(JSON.stringify(quiet?.people)).not.toContain('recalled');
  const open = await deskOf(db, 'results').team(catalogue, teamId, 'year', now);
  expect(open?.people[0]?.tally).toMatchObject({ met: 1, answered: 1, asked: 1, recalled: 1 });
});

test('what a team recalled later is shown in steps, and from as many people as figures need', async () => {
  const { db, teamId } = await aTeam(six);
  for (const name of six.slice(0, 4)) {
    await answered(db, name, 40, true);
    await answered(db, name, 20, true);
  }
  const before = await deskOf(db, 'done').team(catalogue, teamId, 'year', now);
  expect(before?.tally).toMatchObject({ held: null, recall: null });
  await answered(db, 'Emi', 40, true);
  await answered(db, 'Emi', 20, true);
  const after = await deskOf(db, 'done').team(catalogue, teamId, 'year', now);
  expect(after?.tally).toMatchObject({ recall: { share: 0.9, exact: null } });
  expect(after?.lessons[0]?.tally).toMatchObject({ recall: { share: 0.9, exact: null } });
});

test('of a small team nothing is told but who is through with what was assigned', async () => {
  const { db, teamId } = await aTeam(['Ada', 'Ben', 'Cleo', 'Dan']);
  await answered(db, 'Ada', 40, true);
  await answered(db, 'Ada', 20, true);
  const team = await deskOf(db, 'done').team(catalogue, teamId, 'year', now);
  expect(team?.tally).toEqual({ held: 'too-few' });
  expect(team?.lessons).toEqual([]);
  const text = await deskOf(db, 'done').file(catalogue, 'teams.csv', 'year', 'en', now);
  expect(parse(text, { columns: true, bom: true })[0]).toMatchObject({
    'met (lessons met)': '',
    'held_back (why nothing is shown)': 'too-few',
  });
});

test('the first answer is the one of memory: one put right after the reason was read is none', async () => {
  const { db, teamId } = await aTeam(six);
  await answered(db, 'Ada', 40, true);
  const nudgeId = await answered(db, 'Ada', 20, false);
  const again = { nudge_id: nudgeId, choice: 'b', right: 1, sureness: 'guess', answered_at: now - 19 * dayMs } as const;
  await db.insertInto('answer').values(again).execute();
  const team = await deskOf(db, 'results').team(catalogue, teamId, 'year', now);
  expect(team?.people[0]?.tally).toMatchObject({ asked: 1, recalled: 0 });
});

test('a trainer of one team gets nothing of another, neither as page nor as file', async () => {
  const { db, teamId } = await aTeam(six);
  await assigned(db, teamId);
  const desk = deskOf(db, 'results', new Set([teamId + 1]));
  expect(await desk.team(catalogue, teamId, 'all', now)).toBeNull();
  expect((await desk.teams(catalogue, { find: '', page: 1 }, 'all', now)).teams).toEqual([]);
  expect(await desk.file(catalogue, 'people.csv', 'all', 'en', now)).not.toContain('Ada');
});

test('each file that is taken is written down, and a look at a team by name too', async () => {
  const { db, teamId } = await aTeam(six);
  const desk = deskOf(db, 'done');
  await desk.team(catalogue, teamId, 'year', now);
  await desk.file(catalogue, 'people.csv', 'year', 'en', now);
  await desk.file(catalogue, 'people.csv', 'year', 'en', now);
  const acts = await db.selectFrom('access').select(['act', 'team_id']).orderBy('act').execute();
  expect(acts).toEqual([
    { act: 'exported-results', team_id: null },
    { act: 'exported-results', team_id: null },
    { act: 'saw-names', team_id: teamId },
  ]);
});

test('a name that begins like a formula is no formula in the file', async () => {
  const { db, teamId } = await aTeam(six);
  await assigned(db, teamId);
  await db
    .updateTable('person')
    .set({ name: '=HYPERLINK("https://elsewhere.example")' })
    .where('name', '=', 'Ada')
    .execute();
  const text = await deskOf(db, 'done').file(catalogue, 'people.csv', 'year', 'ja', now);
  expect(parse(text, { columns: true, bom: true })[0]).toHaveProperty(
    ['person (氏名)'],
    '\'=HYPERLINK("https://elsewhere.example")',
  );
});
