import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personRowOf } from '#testing/a-team-in-database.ts';
import { readSubscription, undoUnsubscribe, unsubscribe } from './subscription.ts';
import { signToken } from './token.ts';

const now = Date.parse('2026-11-24T09:00:00Z');

async function aSubscriber() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const mei = await personRowOf(db, 'Mei');
  return { db, context: answerContext(db), mei, token: signToken(keys, 'unsubscribe', mei, now + dayMs) };
}

test('unsubscribing withdraws what had not left, and lets nothing more go', async () => {
  const { db, context, token } = await aSubscriber();
  const [own, other] = [
    await aSentNudge(db, 'Mei', now, { state: 'planned' }),
    await aSentNudge(db, 'Jan', now, { state: 'planned' }),
  ];
  expect(await unsubscribe(context, token, now)).toMatchObject({ ok: true, name: 'Mei', unsubscribed: true });
  expect(await readMessage(db, own.messageId)).toMatchObject({ state: 'cancelled', reply: 'unsubscribed' });
  expect((await readMessage(db, other.messageId)).state).toBe('planned');
  expect(await sendBlocker(db, await readMessage(db, own.messageId), now)).toBe('unsubscribed');
});

test('unsubscribing twice is the same as once, and keeps the first time', async () => {
  const { db, context, token, mei } = await aSubscriber();
  const first = await unsubscribe(context, token, now);
  expect(await unsubscribe(context, token, now + dayMs / 2)).toEqual(first);
  expect(await db.selectFrom('person').select('unsubscribed_at').where('id', '=', mei.id).execute()).toEqual([
    { unsubscribed_at: now },
  ]);
});

test('unsubscribing can be undone', async () => {
  const { context, token } = await aSubscriber();
  await unsubscribe(context, token, now);
  expect(await undoUnsubscribe(context, token, now)).toMatchObject({ ok: true, unsubscribed: false });
});

test('the way out works as long as the mail is kept, past any expiry', async () => {
  const { context, token } = await aSubscriber();
  expect(await unsubscribe(context, token, now + 4000 * dayMs)).toMatchObject({ ok: true, unsubscribed: true });
});

test('looking at the link unsubscribes nobody', async () => {
  const { context, token } = await aSubscriber();
  expect(await readSubscription(context, token, now)).toMatchObject({ ok: true, unsubscribed: false });
});

test('a link made to answer unsubscribes nobody', async () => {
  const { db, context, mei } = await aSubscriber();
  expect(await unsubscribe(context, signToken(keys, 'nudge', mei, now + dayMs), now)).toEqual({
    ok: false,
    reason: 'foreign',
  });
  expect(await db.selectFrom('person').selectAll().where('unsubscribed_at', 'is not', null).execute()).toEqual([]);
});
