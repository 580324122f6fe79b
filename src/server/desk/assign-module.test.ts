import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { snooze } from '#server/answers/preferences.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { addToToday } from '#server/nudges/add-to-today.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue, aModule } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { answerContext, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { assignModule, keepLessonsOfOld, withdrawAssignment } from './assign-module.ts';
import { readAssignments } from './assignment-list.ts';
import type { AssignmentRequest } from './assignment-request.ts';
import { type AssignmentDesk, type ForecastOutcome, forecastAssignment } from './forecast-assignment.ts';

/** A Tuesday, before its mail is planned. */
const now = Date.parse('2026-11-24T06:00:00Z');
const lastDay = '2027-01-29';

async function aDesk(names: readonly string[] = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Tom', 'Kai', 'Lea'], at = now) {
  const db = await aStore();
  const team = await aTeamInStore(db, names, now - dayMs);
  const catalogue = {
    ...aCatalogue(),
    modules: [...aCatalogue().modules, aModule('second-week', ['write-it-down', 'second-source', 'keep-stock'])],
  };
  const planner = { ...aPlanner(db), catalogue };
  return {
    db,
    planner,
    desk: { ...planner, now: at },
    request: { teamIds: [team.id], roles: [], personIds: [], moduleId: 'first-week', dueOn: lastDay },
  };
}

/** What was foretold of something that was then assigned. */
async function assignForetold(desk: AssignmentDesk, request: AssignmentRequest) {
  const outcome = await forecastAssignment(desk, request);
  const assigned = await assignModule(desk, request, 'mei@kazehaya.example');
  return { outcome, id: idOf(assigned) };
}

const idOf = (assigned: Awaited<ReturnType<typeof assignModule>>) => (assigned.ok ? (assigned.ids[0] ?? 0) : 0);

/** The lessons of a module with the day on which each person gets them (`1 keep-stock 2026-11-24`), as foretold and as stored. */
function foretold(outcome: ForecastOutcome): string[] {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.forecast.teams
    .flatMap(({ people }) => people)
    .flatMap((person) =>
      person.days.filter((day) => day.on).map((day) => `${person.personId} ${day.lessonId} ${day.on}`),
    )
    .sort();
}

async function happened(db: Db, lessons: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('nudge')
    .select(['person_id', 'lesson_id'])
    .select((eb) => eb.fn.min('local_date').as('on'))
    .where('lesson_id', 'in', lessons)
    .groupBy(['person_id', 'lesson_id'])
    .execute();
  return rows.map((row) => `${row.person_id} ${row.lesson_id} ${row.on}`).sort();
}

const listed = async (db: Db, { catalogue }: AssignmentDesk, at = Date.parse('2026-12-01T12:00:00Z')) =>
  (await readAssignments(db, catalogue, 'house', { view: 'running', page: 1 }, at)).lines;

const firstWeek = ['keep-stock', 'know-your-maker', 'second-source'];
const dayOf = (line: string) => line.split(' ')[2] ?? '';

test('what the forecast says is what planning then does, day by day', async () => {
  const { db, planner, desk, request } = await aDesk();
  const { outcome } = await assignForetold(desk, request);
  await planDays(planner, '2026-11-24', lastDay);
  expect(foretold(outcome)).toHaveLength(8 * 3);
  expect(await happened(db, firstWeek)).toEqual(foretold(outcome));
});

test('a second module due on the same day comes after the first, in the forecast as in the plan', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei', 'Jan']);
  await assignModule(desk, { ...request, moduleId: 'second-week' }, 'mei@kazehaya.example');
  const { outcome: second } = await assignForetold(desk, request);
  await planDays(planner, '2026-11-24', lastDay);
  expect(await happened(db, firstWeek)).toEqual(foretold(second));
  expect(second).toMatchObject({ forecast: { fits: true } });
});

test('a lesson that came earlier on the day of the assignment counts, and is not foretold as too late', async () => {
  const { db, planner, desk, request } = await aDesk(undefined, Date.parse('2026-11-24T12:00:00Z'));
  await planDays(planner, '2026-11-24', '2026-11-24');
  await db
    .updateTable('nudge')
    .set({ lesson_id: 'keep-stock', local_date: '2026-11-24', day_taken: '2026-11-24' })
    .execute();
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  const outcome = await forecastAssignment(desk, request);
  expect(outcome).toMatchObject({ ok: true, forecast: { fits: true } });
  const today = foretold(outcome).filter((line) => line.endsWith('keep-stock 2026-11-24'));
  const came = await db.selectFrom('nudge').select('person_id').execute();
  expect(came).not.toEqual([]);
  for (const { person_id } of came) expect(today).toContain(`${person_id} keep-stock 2026-11-24`);
});

test.each([
  ['too late in the day for mail', '2026-11-24T15:30:00Z'],
  ['in the evening', '2026-11-24T18:00:00Z'],
])('a module assigned %s begins on the next working day', async (_, at) => {
  const { db, planner, desk, request } = await aDesk(undefined, Date.parse(at));
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  const { outcome, id } = await assignForetold(desk, request);
  // What came today by itself is said to have come, and is no mail of the assignment.
  const toCome = foretold(outcome).filter((line) => dayOf(line) > '2026-11-24');
  expect(toCome.map(dayOf).sort()[0]).toBe('2026-11-25');
  await planDays(planner, '2026-11-25', '2026-11-27');
  const sent = await db
    .selectFrom('nudge')
    .select(['person_id', 'lesson_id', 'local_date'])
    .where('assignment_id', '=', id)
    .execute();
  expect(sent.map((row) => `${row.person_id} ${row.lesson_id} ${row.local_date}`).sort()).toEqual(
    toCome.filter((line) => dayOf(line) <= '2026-11-27'),
  );
});

test('a module that does not fit before its date says so', async () => {
  const { desk, request } = await aDesk();
  expect(await forecastAssignment(desk, { ...request, dueOn: '2026-11-27' })).toMatchObject({
    ok: true,
    forecast: { fits: false },
  });
  expect(await forecastAssignment(desk, request)).toMatchObject({ ok: true, forecast: { fits: true } });
});

test('what does not fit says how many days more would do: with so many it fits, with one fewer it does not', async () => {
  const { desk, request } = await aDesk();
  const dueOn = '2026-12-04';
  const outcome = await forecastAssignment(desk, { ...request, dueOn });
  const daysMore = outcome.ok ? outcome.forecast.daysMore : null;
  expect(daysMore).toBeGreaterThan(0);
  const fitsAfter = async (days: number) => {
    const later = Temporal.PlainDate.from(dueOn).add({ days }).toString();
    return forecastAssignment(desk, { ...request, dueOn: later });
  };
  expect(await fitsAfter(daysMore ?? 0)).toMatchObject({ forecast: { fits: true, daysMore: 0 } });
  expect(await fitsAfter((daysMore ?? 0) - 1)).toMatchObject({ forecast: { fits: false, daysMore: 1 } });
});

test('somebody who leaves before the date is not counted against it', async () => {
  const { db, desk, request } = await aDesk(['Mei', 'Jan']);
  await db.updateTable('person').set({ leaves_on: '2026-12-01' }).where('name', '=', 'Mei').execute();
  const outcome = await forecastAssignment(desk, request);
  expect(outcome).toMatchObject({ ok: true, forecast: { fits: true } });
});

test('somebody paused past the date is not counted against it', async () => {
  const { db, desk, request } = await aDesk();
  await db.updateTable('person').set({ paused_until: '2027-03-01' }).where('name', '=', 'Mei').execute();
  const outcome = await forecastAssignment(desk, request);
  const mei = await personIdOf(db, 'Mei');
  expect(outcome).toMatchObject({
    ok: true,
    forecast: {
      fits: true,
      teams: [{ people: expect.arrayContaining([expect.objectContaining({ personId: mei, hindrance: 'no-mail' })]) }],
    },
  });
});

test('a forecast saves nothing', async () => {
  const { db, desk, request } = await aDesk();
  await forecastAssignment(desk, request);
  expect(await db.selectFrom('assignment').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('nudge').selectAll().execute()).toEqual([]);
});

test.each([
  ['an unknown team', { teamIds: [99] }, 'no-such-team'],
  ['an unknown module', { moduleId: 'third-week' }, 'no-such-module'],
  ['today', { dueOn: '2026-11-24' }, 'bad-date'],
  ['a day that does not exist', { dueOn: '2027-02-30' }, 'bad-date'],
  ['a day too far ahead', { dueOn: '2028-01-01' }, 'bad-date'],
  ['no date at all', { dueOn: 'soon' }, 'bad-date'],
])('an assignment to %s is refused, and nothing is saved', async (_, change, reason) => {
  const { db, desk, request } = await aDesk();
  expect(await assignModule(desk, { ...request, ...change }, 'mei@kazehaya.example')).toEqual({ ok: false, reason });
  expect(await db.selectFrom('assignment').selectAll().execute()).toEqual([]);
});

test('withdrawing takes back what has not left, leaves what was sent, and plans nothing of it again', async () => {
  const { db, planner, desk, request } = await aDesk();
  const { id } = await assignForetold(desk, request);
  await planDueTeams(planner, now + 5_400_000);
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', 1).execute();
  expect(await withdrawAssignment(db, id, 'mei@kazehaya.example', now)).toBe(true);
  const states = await db.selectFrom('message').select(['id', 'state']).orderBy('id').execute();
  expect(states.length).toBeGreaterThan(1);
  expect(states.map((message) => message.state)).toEqual(
    states.map((message) => (message.id === 1 ? 'accepted' : 'cancelled')),
  );
  await planDays(planner, '2026-11-25', '2026-12-11');
  expect(await db.selectFrom('nudge').select('id').where('assignment_id', '=', id).execute()).toHaveLength(
    states.length,
  );
});

test('an assignment is withdrawn once', async () => {
  const { db, desk, request } = await aDesk();
  const { id } = await assignForetold(desk, request);
  expect(await withdrawAssignment(db, id, 'mei@kazehaya.example', now)).toBe(true);
  expect(await withdrawAssignment(db, id, 'mei@kazehaya.example', now)).toBe(false);
  expect(await withdrawAssignment(db, 99, 'mei@kazehaya.example', now)).toBe(false);
});

test('progress counts lessons that arrived, of people times lessons', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei', 'Jan']);
  await assignModule(desk, request, 'mei@kazehaya.example');
  await planDays(planner, '2026-11-24', lastDay);
  expect(await listed(db, desk)).toMatchObject([
    { teamName: 'Motors', moduleTitle: 'first-week', sent: 6, answered: 0, total: 6 },
  ]);
});

test('a lesson that was put off and came again counts once', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei']);
  const { id } = await assignForetold(desk, request);
  await planDays(planner, '2026-11-24', '2026-11-24');
  const nudge = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.id', 'message.key'])
    .where('nudge.assignment_id', '=', id)
    .executeTakeFirstOrThrow();
  await snooze(answerContext(db), signToken(keys, 'nudge', nudge, now + 30 * dayMs), 1, now + 7_200_000);
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  expect(await listed(db, desk)).toMatchObject([{ sent: 1, answered: 0, total: 3 }]);
});

test('assigned in the morning after the plan, the first lesson comes today to whoever has had no mail and is in their hours', async () => {
  const { db, planner, desk, request } = await aDesk(undefined, Date.parse('2026-11-24T09:10:00Z'));
  await planDueTeams(planner, Date.parse('2026-11-24T07:30:00Z'));
  const had = new Set((await db.selectFrom('nudge').select('person_id').execute()).map((row) => row.person_id));
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  const { outcome, id } = await assignForetold(desk, request);
  await Array.fromAsync(addToToday(planner, desk.now));
  expect(await Array.fromAsync(addToToday(planner, desk.now)), 'it is looked at once').toEqual([]);
  const today = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.person_id', 'nudge.lesson_id', 'message.due_at'])
    .where('nudge.assignment_id', '=', id)
    .execute();
  expect(today.length).toBeGreaterThan(0);
  for (const row of today) {
    expect(had.has(row.person_id)).toBe(false);
    expect(row.due_at).toBe(desk.now);
  }
  await planDays(planner, '2026-11-25', lastDay);
  const foreseen = foretold(outcome).filter((line) => !had.has(Number(line.split(' ')[0])));
  const came = (await happened(db, firstWeek)).filter((line) => !had.has(Number(line.split(' ')[0])));
  expect(came).toEqual(foreseen);
});

/** Motors and Brakes, with a planner among the buyers of the second. */
async function twoTeams() {
  const { db, planner, desk, request } = await aDesk();
  const lines = ['Olga,olga@kazehaya.example,planner', 'Pia,pia@kazehaya.example,buyer'];
  const text = ['team,name,email,role,zone', ...lines.map((line) => `Brakes,${line},Etc/UTC`)].join('\n');
  const outcome = await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  const brakes = await db.selectFrom('team').select('id').where('name', '=', 'Brakes').executeTakeFirstOrThrow();
  return { db, planner, desk, request, motorsId: request.teamIds[0] ?? 0, brakesId: brakes.id };
}

const whoGot = async (db: Db, ids: readonly number[]) => {
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select('person.name')
    .distinct()
    .where('nudge.assignment_id', 'in', ids)
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
};

test('one press assigns to roles of some teams and to single people of others, and nobody else gets it', async () => {
  const { db, planner, desk, request, motorsId, brakesId } = await twoTeams();
  const mei = await personIdOf(db, 'Mei');
  const asked = { ...request, teamIds: [brakesId], roles: ['planner'], personIds: [mei] };
  const outcome = await assignModule(desk, asked, 'tara@kazehaya.example');
  const ids = outcome.ok ? outcome.ids : [];
  const rows = await db.selectFrom('assignment').select(['team_id', 'whom']).orderBy('team_id').execute();
  expect(rows).toEqual([
    { team_id: motorsId, whom: 'people' },
    { team_id: brakesId, whom: 'roles' },
  ]);
  await planDays(planner, '2026-11-24', lastDay);
  expect(await whoGot(db, ids)).toEqual(['Mei', 'Olga']);
});

test('what is assigned to somebody by name goes with them to another team; what is assigned to a team does not', async () => {
  const { db, planner, desk, request, brakesId } = await twoTeams();
  const mei = await personIdOf(db, 'Mei');
  const named = await assignModule(desk, { ...request, teamIds: [], personIds: [mei] }, 'tara@kazehaya.example');
  const whole = await assignModule(desk, { ...request, moduleId: 'second-week' }, 'tara@kazehaya.example');
  await db.updateTable('person').set({ team_id: brakesId }).where('id', '=', mei).execute();
  await planDays(planner, '2026-11-24', lastDay);
  expect(await whoGot(db, [idOf(named)])).toEqual(['Mei']);
  expect(await whoGot(db, [idOf(whole)])).not.toContain('Mei');
});

test('whoever has the module already is left out and told; when all have it, nothing is assigned', async () => {
  const { db, desk, request, motorsId, brakesId } = await twoTeams();
  await assignModule(desk, request, 'tara@kazehaya.example');
  const mei = await personIdOf(db, 'Mei');
  const pia = await personIdOf(db, 'Pia');
  const both = { ...request, teamIds: [motorsId], personIds: [mei, pia] };
  expect(await assignModule(desk, both, 'tara@kazehaya.example')).toMatchObject({ ok: true, already: ['Motors'] });
  expect(await assignModule(desk, { ...request, teamIds: [], personIds: [mei] }, 'tara@kazehaya.example')).toEqual({
    ok: false,
    reason: 'assigned-already',
  });
  expect(await assignModule(desk, { ...request, teamIds: [brakesId] }, 'tara@kazehaya.example')).toMatchObject({
    ok: true,
  });
});

test('an assignment keeps the lessons that its module held, and nobody ever answers four of three', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei']);
  const four = aModule('long-week', ['keep-stock', 'know-your-maker', 'second-source', 'write-it-down']);
  const before = { ...desk, catalogue: { ...desk.catalogue, modules: [four] } };
  await assignModule(before, { ...request, moduleId: 'long-week' }, 'tara@kazehaya.example');
  await planDays({ ...planner, catalogue: before.catalogue }, '2026-11-24', lastDay);
  const nudges = await db.selectFrom('nudge').select('id').execute();
  for (const { id } of nudges)
    await db
      .insertInto('answer')
      .values({ nudge_id: id, choice: 'a', right: 1, sureness: 'sure', answered_at: now })
      .execute();
  const shorter = { ...four, lessons: four.lessons.slice(0, 3) };
  const after = { ...desk, catalogue: { ...desk.catalogue, modules: [shorter] } };
  expect(await listed(db, after)).toMatchObject([{ answered: 4, total: 4, done: 1 }]);
  const lost = { ...after.catalogue, lessons: after.catalogue.lessons.filter(({ id }) => id !== 'write-it-down') };
  expect(await listed(db, { ...after, catalogue: lost })).toMatchObject([{ answered: 4, total: 4, done: 1 }]);
});

test('whoever left counts no longer, and whoever joined since counts', async () => {
  const { db, desk, request } = await aDesk(['Mei', 'Jan']);
  await assignModule(desk, request, 'tara@kazehaya.example');
  await db.updateTable('person').set({ leaves_on: '2026-11-27' }).where('name', '=', 'Jan').execute();
  expect(await listed(db, desk)).toMatchObject([{ people: 1, total: 3 }]);
  await aTeamInStore(db, ['Ana'], Date.parse('2026-12-01T08:00:00Z'));
  expect(await listed(db, desk)).toMatchObject([{ people: 2, total: 6 }]);
});

test('assignments from before lessons were kept get those of their module, once', async () => {
  const { db, desk, request } = await aDesk(['Mei']);
  await assignModule(desk, request, 'tara@kazehaya.example');
  await db.deleteFrom('assignment_lesson').execute();
  await keepLessonsOfOld(db, desk.catalogue);
  await keepLessonsOfOld(db, { ...desk.catalogue, modules: [aModule('first-week', ['write-it-down'])] });
  const kept = await db.selectFrom('assignment_lesson').select('lesson_id').orderBy('place').execute();
  expect(kept.map(({ lesson_id }) => lesson_id)).toEqual(['keep-stock', 'know-your-maker', 'second-source']);
});
