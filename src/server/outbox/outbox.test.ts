import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { aStore, aStorePlace } from '#testing/a-database.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { type Claim, claimQueued, leaseMs } from './claims.ts';
import { markAccepted, markDeferred, markSending } from './message-steps.ts';
import { cancelPending, releaseDue } from './outbox.ts';
import { recoverAbandoned } from './recover.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const sent = {
  messageId: '<1@kazehaya.example>',
  raw: new TextEncoder().encode('Subject: stock'),
  sha256: 'hash',
  words: null,
};

async function aClaim(db: Awaited<ReturnType<typeof aStore>>, worker = 'anna'): Promise<Claim> {
  const id = await aMessage(db, now);
  await releaseDue(db, now);
  const [row] = await claimQueued(db, worker, now, 1);
  return { id, attempt: row?.attempt ?? 0, worker };
}

test('two processes on one store share the messages between them, and no message goes to both', async () => {
  const place = await aStorePlace();
  const stores = [await openDatabase(place), await openDatabase(place)] as const;
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  const [first, second] = stores;
  for (let index = 0; index < 30; index += 1) await aMessage(first.db, now);
  await releaseDue(first.db, now);
  const batches = await Promise.all(
    [0, 1, 2, 3, 4, 5].flatMap(() => [claimQueued(first.db, 'anna', now, 4), claimQueued(second.db, 'ben', now, 4)]),
  );
  const ids = batches.flat().map((row) => row.id);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
});

test('the message that has waited longest is claimed first', async () => {
  const db = await aStore();
  const later = await aMessage(db, now - hourMs);
  const sooner = await aMessage(db, now - 2 * hourMs);
  await releaseDue(db, now);
  expect((await claimQueued(db, 'anna', now, 5)).map((row) => row.id)).toEqual([sooner, later]);
});

test('nothing is queued before it is due, and what is past its use expires instead', async () => {
  const db = await aStore();
  const early = await aMessage(db, now, { due_at: now + 1 });
  const late = await aMessage(db, now, { due_at: now - hourMs, expires_at: now - 1 });
  await releaseDue(db, now);
  expect((await readMessage(db, early)).state).toBe('planned');
  expect((await readMessage(db, late)).state).toBe('expired');
});

test('a worker whose lease has passed may not begin to send', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  expect(await markSending(db, claim, sent, now + leaseMs)).toBe(false);
  expect((await readMessage(db, claim.id)).state).toBe('claimed');
});

test('a worker whose lease has passed changes nothing once another has taken the message over', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  await recoverAbandoned(db, now + leaseMs + 1, 'resend');
  const [other] = await claimQueued(db, 'ben', now + leaseMs + 1, 1);
  expect(other?.id).toBe(claim.id);
  const before = await readMessage(db, claim.id);
  expect(await markSending(db, claim, sent, now + leaseMs + 2)).toBe(false);
  expect(await markAccepted(db, claim, '250', now + leaseMs + 2)).toBe(false);
  expect(await readMessage(db, claim.id)).toEqual(before);
});

test('sending has a whole lease of its own, however long the rest of the batch took', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  const late = now + leaseMs - 1;
  expect(await markSending(db, claim, sent, late)).toBe(true);
  await recoverAbandoned(db, late + leaseMs - 1, 'resend');
  expect((await readMessage(db, claim.id)).state).toBe('sending');
  expect(await markAccepted(db, claim, '250', late + leaseMs)).toBe(true);
});

test('a lease that is still running is not taken away', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  await recoverAbandoned(db, now + leaseMs - 1, 'resend');
  expect(await readMessage(db, claim.id)).toMatchObject({ state: 'claimed', worker: 'anna' });
});

test('a put-off message is queued again when its wait is over and not before', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  await markDeferred(db, claim, '451 later', now);
  const { due_at } = await readMessage(db, claim.id);
  await releaseDue(db, due_at - 1);
  expect((await readMessage(db, claim.id)).state).toBe('deferred');
  await releaseDue(db, due_at);
  expect((await readMessage(db, claim.id)).state).toBe('queued');
});

test('withdrawing leaves alone what is being sent or was sent', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  await markSending(db, claim, sent, now);
  const waiting = await aMessage(db, now);
  await cancelPending(db, [claim.id, waiting], 'withdrawn');
  expect((await readMessage(db, claim.id)).state).toBe('sending');
  expect(await readMessage(db, waiting)).toMatchObject({ state: 'cancelled', reply: 'withdrawn' });
});

test('the bytes of a mail are not kept once it has arrived', async () => {
  const db = await aStore();
  const claim = await aClaim(db);
  await markSending(db, claim, sent, now);
  expect((await readMessage(db, claim.id)).raw).not.toBeNull();
  await markAccepted(db, claim, '250', now);
  expect(await readMessage(db, claim.id)).toMatchObject({ raw: null, accepted_at: now, body_sha256: 'hash' });
});

test('a lease that a clock far ahead gave is taken back, and one of a clock a little ahead is not', async () => {
  const db = await aStore();
  const claimAt = async (clock: number) => {
    const id = await aMessage(db, now);
    await releaseDue(db, now);
    await claimQueued(db, 'anna', clock, 1);
    return id;
  };
  const far = await claimAt(now + 30 * 24 * hourMs);
  const near = await claimAt(now + 60_000);
  await recoverAbandoned(db, now, 'resend');
  expect(await readMessage(db, far)).toMatchObject({ state: 'queued', worker: null });
  expect(await readMessage(db, near)).toMatchObject({ state: 'claimed', worker: 'anna' });
});
