import { expect, test } from 'vitest';
import { isFateUnknown, messageStates } from '#core/delivery/message-state.ts';
import { type Settling, settledAs } from '#core/delivery/settling.ts';
import { aStore } from '#testing/a-database.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { sendDue } from './send-due.ts';
import { readHeld, settleHeld } from './settle-held.ts';

const settlings: Settling[] = ['accepted', 'resend', 'cancel'];

/** A message that a server took without saying so, under the policy to hold it. */
async function aHeldMessage() {
  const parts = await aSender({ unknownPolicy: 'hold' });
  parts.server.behave('hangs up after the dot');
  const id = await aMessage(parts.db, start);
  await sendDue(parts.sender);
  parts.server.behave('accepts');
  return { ...parts, id };
}

test('a message of unknown fate is listed with what is known of it, and no other is', async () => {
  const { db, id } = await aHeldMessage();
  await aMessage(db, start + hourMs);
  expect(await readHeld(db)).toEqual([
    {
      id,
      purpose: 'nudge',
      address: 'mei@kazehaya.example',
      dueAt: start,
      expiresAt: start + 24 * hourMs,
      reply: expect.stringContaining('closed'),
      kind: null,
      lessonId: null,
      answered: false,
    },
  ]);
});

test('what its reader answered has arrived, and the list says so', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], start);
  for (const name of ['Mei', 'Jan']) await aSentNudge(db, name, start, { state: 'unknown' });
  const [first] = await readHeld(db);
  const nudge = await db
    .selectFrom('nudge')
    .select('id')
    .where('message_id', '=', first?.id ?? 0)
    .executeTakeFirstOrThrow();
  for (const choice of ['a', 'b'])
    await db
      .insertInto('answer')
      .values({ nudge_id: nudge.id, choice, right: 1, sureness: 'sure', answered_at: start })
      .execute();
  expect((await readHeld(db)).map(({ kind, lessonId, answered }) => [kind, lessonId, answered])).toEqual([
    ['case', 'keep-stock', true],
    ['case', 'keep-stock', false],
  ]);
});

test('settled as accepted it is done with, and its bytes are forgotten', async () => {
  const { db, id, sender, server } = await aHeldMessage();
  expect(await settleHeld(db, id, 'accepted', start + hourMs)).toEqual({ ok: true });
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', accepted_at: start + hourMs, raw: null });
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
});

test('to be sent again it goes out once more as the same bytes, whatever the policy', async () => {
  const { db, id, sender, server } = await aHeldMessage();
  expect(await settleHeld(db, id, 'resend', start)).toEqual({ ok: true });
  await sendDue(sender);
  expect(server.received).toHaveLength(2);
  expect(server.received[1]).toBe(server.received[0]);
  expect((await readMessage(db, id)).state).toBe('accepted');
});

test('cancelled it goes nowhere any more', async () => {
  const { db, id, sender, server } = await aHeldMessage();
  expect(await settleHeld(db, id, 'cancel', start)).toEqual({ ok: true });
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
  expect(await readMessage(db, id)).toMatchObject({ state: 'cancelled', reply: 'withdrawn', raw: null });
});

test('past its time it is not sent again, but may be settled otherwise', async () => {
  const { db, id } = await aHeldMessage();
  const late = start + 25 * hourMs;
  expect(await settleHeld(db, id, 'resend', late)).toEqual({ ok: false, reason: 'too-late' });
  expect((await readMessage(db, id)).state).toBe('held');
  expect(await settleHeld(db, id, 'accepted', late)).toEqual({ ok: true });
});

test.each(settlings)('nothing but a message of unknown fate is settled as %s', async (as) => {
  const db = await aStore();
  for (const state of messageStates.filter((entry) => !isFateUnknown(entry))) {
    const id = await aMessage(db, start);
    await db.updateTable('message').set({ state }).where('id', '=', id).execute();
    expect(await settleHeld(db, id, as, start)).toEqual({ ok: false, reason: 'not-held', state });
    expect((await readMessage(db, id)).state).toBe(state);
  }
  expect(await settleHeld(db, 4711, as, start)).toEqual({ ok: false, reason: 'no-such-message' });
});

test('each way of settling leads to its state', async () => {
  for (const as of settlings) {
    const { db, id } = await aHeldMessage();
    await settleHeld(db, id, as, start);
    expect((await readMessage(db, id)).state).toBe(settledAs[as]);
  }
});
