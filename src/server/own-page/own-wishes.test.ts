import { expect, test } from 'vitest';
import { markNotRelevant } from '#server/answers/preferences.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { readOwnHours } from './own-hours.ts';
import { carryOutWish, readUnwanted } from './own-wishes.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function ana() {
  const db = await aStore();
  await aTeamInStore(db, ['Ana'], now);
  const id = await personIdOf(db, 'Ana');
  const row = () => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { db, id, row, wish: async (fields: Record<string, string>) => carryOutWish(db, await row(), fields, now) };
}

test('a reader chooses pace, language and a pause on their own page, and ends the pause', async () => {
  const { row, wish } = await ana();
  await wish({ act: 'pace', pace: 'monthly' });
  await wish({ act: 'language', language: 'ja' });
  expect(await wish({ act: 'pause', until: '2026-12-24' })).toEqual({ ok: true, done: 'pause' });
  expect(await row()).toMatchObject({
    pace: 'monthly',
    pace_chosen_on: '2026-11-24',
    language: 'ja',
    paused_until: '2026-12-24',
  });
  await wish({ act: 'resume' });
  expect(await row()).toMatchObject({ paused_until: null });
});

test('a pause takes back what has not left', async () => {
  const { db, wish } = await ana();
  const { messageId } = await aSentNudge(db, 'Ana', now, { state: 'planned' });
  await wish({ act: 'pause', until: '2026-12-24' });
  expect(await db.selectFrom('message').select('state').where('id', '=', messageId).executeTakeFirstOrThrow()).toEqual({
    state: 'cancelled',
  });
});

test('a lesson that was not wanted may come again', async () => {
  const { db, id, wish } = await ana();
  const { token } = await aSentNudge(db, 'Ana', now);
  await markNotRelevant(answerContext(db), token, now);
  expect(await readUnwanted(db, id)).toEqual(['keep-stock']);
  await wish({ act: 'relevant', lesson: 'keep-stock' });
  expect(await readUnwanted(db, id)).toEqual([]);
});

test('a reader chooses days and hours of their own, and goes back to those of the team', async () => {
  const { row, wish } = await ana();
  const times = { act: 'times', tue: 'on', thu: 'on', from: '10:00', until: '16:00' };
  expect(await wish(times)).toEqual({ ok: true, done: 'times' });
  expect(await row()).toMatchObject({ mail_days: 'tue,thu', mail_hours: '10:00-16:00' });
  expect(await wish({ act: 'house-times' })).toEqual({ ok: true, done: 'house-times' });
  expect(await row()).toMatchObject({ mail_days: null, mail_hours: null });
});

test('days that the team works no longer are offered as long as they are chosen', async () => {
  const { db, row, wish } = await ana();
  await wish({ act: 'times', fri: 'on' });
  await db.updateTable('team').set({ work_week: 'sun-thu' }).execute();
  const { offered, chosen, teamTime } = await readOwnHours(db, await row());
  expect([...offered].sort()).toEqual([1, 2, 3, 4, 5, 7]);
  expect([...(chosen.days ?? [])]).toEqual([5]);
  expect(teamTime).toBe('08:30');
});

test.each([
  [{ act: 'times', from: '10:00', until: '16:00' }, 'no-day'],
  [{ act: 'times', sat: 'on' }, 'no-working-day'],
  [{ act: 'times', mon: 'on', from: '25:00' }, 'bad-hours'],
  [{ act: 'times', mon: 'on', from: '10:00', until: '11:00' }, 'too-short'],
  [{ act: 'pace', pace: 'hourly' }, 'incomplete'],
  [{ act: 'language', language: 'xx' }, 'incomplete'],
  [{ act: 'pause', until: '2026-11-24' }, 'bad-date'],
  [{ act: 'pause', until: '2036-01-01' }, 'bad-date'],
  [{ act: 'leave' }, 'incomplete'],
])('%j is refused, and nothing changes', async (fields, why) => {
  const { row, wish } = await ana();
  const before = await row();
  expect(await wish(fields)).toEqual({ ok: false, why });
  expect(await row()).toEqual(before);
});
