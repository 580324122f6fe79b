import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { snooze } from '#server/answers/preferences.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { aCatalogue, aModule } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { answerContext, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { assignModule, readAssignments, withdrawAssignment } from './assignments.ts';
import { type ForecastOutcome, forecastAssignment } from './forecast-assignment.ts';

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
    request: { teamId: team.id, moduleId: 'first-week', dueOn: lastDay },
  };
}

/** The lessons of a module with the day on which each person gets them (`1 keep-stock 2026-11-24`), as foretold and as stored. */
function foretold(outcome: ForecastOutcome): string[] {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.forecast.people
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

const firstWeek = ['keep-stock', 'know-your-maker', 'second-source'];
const dayOf = (line: string) => line.split(' ')[2] ?? '';

test('what the forecast says is what planning then does, day by day', async () => {
  const { db, planner, desk, request } = await aDesk();
  const outcome = await assignModule(desk, request, 'mei@kazehaya.example');
  await planDays(planner, '2026-11-24', lastDay);
  expect(foretold(outcome)).toHaveLength(8 * 3);
  expect(await happened(db, firstWeek)).toEqual(foretold(outcome));
});

test('a second module due on the same day comes after the first, in the forecast as in the plan', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei', 'Jan']);
  await assignModule(desk, { ...request, moduleId: 'second-week' }, 'mei@kazehaya.example');
  const second = await assignModule(desk, request, 'mei@kazehaya.example');
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
  expect(today).toHaveLength((await db.selectFrom('nudge').selectAll().execute()).length);
  expect(today).not.toEqual([]);
});

test.each([
  ['after its mail was planned', '2026-11-24T08:00:00Z', true],
  ['too late in the day for mail', '2026-11-24T15:30:00Z', false],
  ['in the evening', '2026-11-24T18:00:00Z', false],
])('a module assigned %s begins on the next working day', async (_, at, planned) => {
  const { db, planner, desk, request } = await aDesk(undefined, Date.parse(at));
  if (planned) await planDueTeams(planner, now + 5_400_000);
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  const outcome = await assignModule(desk, request, 'mei@kazehaya.example');
  // What came today by itself is said to have come, and is no mail of the assignment.
  const toCome = foretold(outcome).filter((line) => dayOf(line) > '2026-11-24');
  expect(toCome.map(dayOf).sort()[0]).toBe('2026-11-25');
  await planDays(planner, '2026-11-25', '2026-11-27');
  const sent = await db
    .selectFrom('nudge')
    .select(['person_id', 'lesson_id', 'local_date'])
    .where('assignment_id', '=', outcome.id ?? 0)
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
      people: expect.arrayContaining([expect.objectContaining({ personId: mei, reachable: false })]),
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
  ['an unknown team', { teamId: 99 }, 'no-such-team'],
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
  const { id = 0 } = await assignModule(desk, request, 'mei@kazehaya.example');
  await planDueTeams(planner, now + 5_400_000);
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', 1).execute();
  expect(await withdrawAssignment(db, id, now)).toBe(true);
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
  const { id = 0 } = await assignModule(desk, request, 'mei@kazehaya.example');
  expect(await withdrawAssignment(db, id, now)).toBe(true);
  expect(await withdrawAssignment(db, id, now)).toBe(false);
  expect(await withdrawAssignment(db, 99, now)).toBe(false);
});

test('progress counts lessons that arrived, of people times lessons', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei', 'Jan']);
  await assignModule(desk, request, 'mei@kazehaya.example');
  await planDays(planner, '2026-11-24', lastDay);
  expect(await readAssignments(db, desk.catalogue)).toMatchObject([
    { teamName: 'Motors', moduleTitle: 'first-week', sent: 6, answered: 0, total: 6 },
  ]);
});

test('a lesson that was put off and came again counts once', async () => {
  const { db, planner, desk, request } = await aDesk(['Mei']);
  const { id = 0 } = await assignModule(desk, request, 'mei@kazehaya.example');
  await planDays(planner, '2026-11-24', '2026-11-24');
  const nudge = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.id', 'message.key'])
    .where('nudge.assignment_id', '=', id)
    .executeTakeFirstOrThrow();
  await snooze(answerContext(db), signToken(keys, 'nudge', nudge, now + 30 * dayMs), 1, now + 7_200_000);
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  expect(await readAssignments(db, desk.catalogue)).toMatchObject([{ sent: 1, answered: 0, total: 3 }]);
});
