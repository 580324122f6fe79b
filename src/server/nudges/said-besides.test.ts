import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { assignModule } from '#server/desk/assign-module.ts';
import { remind } from '#server/desk/change-assignment.ts';
import { makeSignal } from '#server/desk/signals.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { addToToday } from './add-to-today.ts';
import { saidBesides } from './said-besides.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const draft = { team: 'all', about: 'lesson:write-it-down', note: 'Suez closed', until: '2026-12-08' };
const news = { link: 'https://news.example/suez', day: '2026-11-23', line: 'Ask your forwarders <b>today</b>.' };

async function aDesk() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Jan'], now - dayMs);
  return { db, team, planner: aPlanner(db) };
}

const lastNudge = async (db: Awaited<ReturnType<typeof aStore>>) =>
  db.selectFrom('nudge').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();

test('a mail that is due to news says which, when and where, and what the trainer says, as theirs', async () => {
  const { db, planner } = await aDesk();
  await makeSignal({ ...planner, now }, { ...draft, ...news }, 'tara@kazehaya.example');
  await planDays(planner, '2026-11-24', '2026-11-24');
  expect(await saidBesides(db, await lastNudge(db), 'en')).toEqual([
    'The news: “Suez closed” (23 Nov 2026). https://news.example/suez',
    'tara@kazehaya.example says: “Ask your forwarders <b>today</b>.”',
  ]);
});

test('the note of a signal from before news had a day stays on the desk, as its maker was told', async () => {
  const { db, planner } = await aDesk();
  await makeSignal({ ...planner, now }, { ...draft, ...news, line: '' }, 'tara@kazehaya.example');
  await db.updateTable('signal').set({ news_on: null, news_url: null }).execute();
  await planDays(planner, '2026-11-24', '2026-11-24');
  expect(await saidBesides(db, await lastNudge(db), 'en')).toEqual([]);
});

test('a mail that comes at its own pace, or is assigned, says nothing besides', async () => {
  const { db, planner } = await aDesk();
  await planDays(planner, '2026-11-24', '2026-11-24');
  expect(await saidBesides(db, await lastNudge(db), 'en')).toEqual([]);
});

test('a reminder is the next mail of whoever is late: it asks again what was left, says so, and comes once a week at most', async () => {
  const { db, team, planner } = await aDesk();
  const request = { moduleId: 'first-week', dueOn: '2026-12-18', teamIds: [team.id], roles: [], personIds: [] };
  await assignModule({ ...planner, now }, request, 'tara@kazehaya.example');
  await planDays(planner, '2026-11-24', '2026-12-18');
  const before = await db.selectFrom('nudge').select('id').execute();
  const assignment = await db.selectFrom('assignment').selectAll().executeTakeFirstOrThrow();
  const late = Date.parse('2026-12-28T09:00:00Z');
  expect(await remind(planner, assignment, 'late', late)).toBe(2);
  expect(await remind(planner, assignment, 'late', late + dayMs)).toBe(0);
  await Array.fromAsync(addToToday(planner, late));
  await planDays(planner, '2026-12-29', '2027-01-08');
  const reminders = await db
    .selectFrom('nudge')
    .selectAll()
    .where('assignment_id', '=', assignment.id)
    .where(
      'id',
      'not in',
      before.map(({ id }) => id),
    )
    .execute();
  expect(new Set(reminders.map(({ person_id }) => person_id)).size).toBe(2);
  for (const nudge of reminders)
    expect(await saidBesides(db, nudge, 'en')).toEqual([
      'This is a reminder: all 3 lessons, due 18 Dec 2026, wait for your answer; this is one of them.',
    ]);
});
