import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { assignModule } from '../assign-module.ts';
import { AssignmentsDesk } from '../assignments-desk.ts';

/** A Tuesday, before its mail is planned. */
const now = Date.parse('2026-11-24T06:00:00Z');
const held = ['know-your-maker', 'keep-stock', 'second-source'];

async function anAssigned(dueOn = '2027-01-29') {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Jan'], now - dayMs);
  const planner = { ...aPlanner(db), catalogue: aCatalogue() };
  const request = { teamIds: [team.id], roles: [], personIds: [], moduleId: 'first-week', dueOn };
  const made = await assignModule({ ...planner, now }, request, 'mei@kazehaya.example');
  const id = made.ok ? (made.ids[0] ?? 0) : 0;
  const noted: string[] = [];
  const desk = new AssignmentsDesk({
    planner,
    rules: { showByName: 'done', smallestTeam: 5 },
    trainer: 'mei@kazehaya.example',
    scope: 'house',
    ownTeam: (one) => one,
    noteLook: async () => undefined,
    note: async (act) => void noted.push(act),
  });
  const was = (await desk.open(planner.catalogue, id, now))?.lessons.map((lesson) => lesson.id) ?? [];
  return { db, desk, planner, id, was, noted };
}

async function answer(db: Db, name: string, lessonId: string, at = now) {
  const { nudgeId } = await aSentNudge(db, name, at, { lessonId });
  const given = { choice: 'a-choice', right: 1, sureness: 'sure', answered_at: at } as const;
  await db
    .insertInto('answer')
    .values({ nudge_id: nudgeId, ...given })
    .execute();
}

const standing = async ({ desk, planner, id }: Awaited<ReturnType<typeof anAssigned>>, name: string, at = now) => {
  const page = await desk.open(planner.catalogue, id, at);
  const line = page?.assigned.find((one) => one.name === name);
  return line ? `${line.standing} ${line.answered} of ${line.total}` : null;
};

test('a lesson is added: whoever had done all is on the way again, as the preview said, and the page says since when', async () => {
  const one = await anAssigned();
  const { db, desk, planner, id, was, noted } = one;
  expect(was.toSorted()).toEqual(held.toSorted());
  for (const [day, lesson] of held.entries())
    await answer(db, 'Mei', was.find((known) => known === lesson) ?? '', now + day * dayMs);
  const later = now + 3 * dayMs;
  expect(await standing(one, 'Mei', later)).toBe('done 3 of 3');
  const asked = { wished: [...was, 'write-it-down'], was };
  const outlook = await desk.previewLessons(id, asked, later);
  expect(outlook).toMatchObject({ ok: true, preview: { added: ['write-it-down'], taken: [], unsent: 0 } });
  const effects = outlook?.ok ? outlook.preview.people : [];
  expect(effects.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Jan', 'on-the-way', 'on-the-way'],
    ['Mei', 'done', 'on-the-way'],
  ]);
  expect(await desk.changeLessons(id, asked, later)).toMatchObject({ ok: true });
  expect(await standing(one, 'Mei', later)).toBe('on-the-way 3 of 4');
  const page = await desk.open(planner.catalogue, id, later);
  expect(page?.lessons.at(-1)).toEqual({ id: 'write-it-down', addedOn: '2026-11-27', takenOn: null });
  expect(noted).toEqual(['changed-assignment']);
});

test('what is added is planned like the rest, and a lesson that was met since the assignment counts', async () => {
  const one = await anAssigned();
  const { db, desk, planner, id, was } = one;
  await answer(db, 'Jan', 'write-it-down');
  const asked = { wished: [...was, 'write-it-down'], was };
  const outlook = await desk.previewLessons(id, asked, now);
  const jan = outlook?.ok ? outlook.preview.people.find(({ name }) => name === 'Jan') : undefined;
  expect(jan).toMatchObject({ met: ['write-it-down'], toCome: [] });
  await desk.changeLessons(id, asked, now);
  expect(await standing(one, 'Jan')).toBe('on-the-way 1 of 4');
  await planDays(planner, '2026-11-24', '2027-01-29');
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select('person.name')
    .where('assignment_id', '=', id)
    .where('lesson_id', '=', 'write-it-down')
    .execute();
  expect(rows.map(({ name }) => name)).toEqual(['Mei']);
});

test('a lesson is taken away: its mail that waits does not go, whoever answered it keeps it, and nobody waits for it', async () => {
  const one = await anAssigned();
  const { db, desk, planner, id, was } = one;
  await planDueTeams(planner, now + 5_400_000);
  const waiting = await db.selectFrom('nudge').select('lesson_id').where('assignment_id', '=', id).execute();
  const gone = waiting[0]?.lesson_id ?? '';
  expect(was).toContain(gone);
  const asked = { wished: was.filter((lesson) => lesson !== gone), was };
  const unsent = waiting.filter(({ lesson_id }) => lesson_id === gone).length;
  expect(await desk.previewLessons(id, asked, now)).toMatchObject({ preview: { taken: [gone], unsent } });
  await desk.changeLessons(id, asked, now);
  const states = await db
    .selectFrom('message')
    .innerJoin('nudge', 'nudge.message_id', 'message.id')
    .select('message.state')
    .where('nudge.lesson_id', '=', gone)
    .execute();
  expect(states).toEqual(Array.from({ length: unsent }, () => ({ state: 'cancelled' })));
  expect(await standing(one, 'Jan')).toBe('on-the-way 0 of 2');
  await answer(db, 'Jan', gone, now + dayMs);
  expect(await standing(one, 'Jan', now + dayMs)).toBe('on-the-way 1 of 3');
  await planDays(planner, '2026-11-25', '2027-01-29');
  const after = await db
    .selectFrom('nudge')
    .select('id')
    .where('assignment_id', '=', id)
    .where('lesson_id', '=', gone)
    .where('local_date', '>', '2026-11-24')
    .execute();
  expect(after).toEqual([]);
});

test('a lesson that was taken away can come back, once', async () => {
  const one = await anAssigned();
  const { desk, id, was } = one;
  const fewer = was.slice(1);
  await desk.changeLessons(id, { wished: fewer, was }, now);
  expect(await desk.changeLessons(id, { wished: was, was: fewer }, now + dayMs)).toMatchObject({ ok: true });
  expect(await standing(one, 'Jan')).toBe('on-the-way 0 of 3');
});

test.each([
  ['nothing at all', [], 'none-left'],
  ['the same', held, 'same'],
  ['a lesson that the library does not have', [...held, 'gone'], 'unknown'],
])('%s is refused, and nothing changes', async (_, wished, reason) => {
  const one = await anAssigned();
  expect(await one.desk.previewLessons(one.id, { wished, was: one.was }, now)).toEqual({ ok: false, reason });
  expect(await one.desk.changeLessons(one.id, { wished, was: one.was }, now)).toEqual({ ok: false, reason });
  expect(await standing(one, 'Jan')).toBe('on-the-way 0 of 3');
});

test('of two who change them at once, the second is shown what there is now', async () => {
  const { desk, id, was } = await anAssigned();
  await desk.changeLessons(id, { wished: was.slice(1), was }, now);
  expect(await desk.changeLessons(id, { wished: was.slice(0, 1), was }, now)).toEqual({ ok: false, reason: 'changed' });
});

test('nobody is made late by a lesson that comes after the date, and one can still be taken away', async () => {
  const one = await anAssigned('2026-11-27');
  const after = now + 7 * dayMs;
  expect(await standing(one, 'Jan', after)).toBe('late 0 of 3');
  const { desk, id, was } = one;
  expect(await desk.changeLessons(id, { wished: [...was, 'write-it-down'], was }, after)).toEqual({
    ok: false,
    reason: 'due-over',
  });
  await answer(one.db, 'Jan', was[0] ?? '', now + dayMs);
  await desk.changeLessons(id, { wished: was.slice(0, 1), was }, after);
  expect(await standing(one, 'Jan', after)).toBe('done 1 of 1');
});
