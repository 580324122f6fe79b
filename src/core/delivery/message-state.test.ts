import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { type Claim, claimQueued, leaseMs } from '#server/outbox/claims.ts';
import { markReported } from '#server/outbox/mark-reported.ts';
import {
  markAccepted,
  markCancelled,
  markDeferred,
  markExpired,
  markFailed,
  markSending,
  markUnknown,
  markWaiting,
} from '#server/outbox/message-steps.ts';
import { cancelPending, releaseDue } from '#server/outbox/outbox.ts';
import { recoverAbandoned } from '#server/outbox/recover.ts';
import { settleHeld } from '#server/outbox/settle-held.ts';
import { timesTried, withStore } from '#testing/a-database.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { logSteps } from '#testing/store-triggers.ts';
import {
  isFinal,
  type MessageState,
  mayStep,
  messageStates,
  neverArrives,
  statesBefore,
  takenBackFrom,
} from './message-state.ts';

const bytes = new TextEncoder().encode('Subject: stock');
const sent = { messageId: '<1@kazehaya.example>', raw: bytes, sha256: 'hash', words: null };

/** What a worker may try to do with a message it once claimed, whether or not it still may. */
const marks = {
  sending: (db: Db, claim: Claim, now: number) => markSending(db, claim, sent, now),
  accepted: (db: Db, claim: Claim, now: number) => markAccepted(db, claim, '250', now),
  deferred: (db: Db, claim: Claim, now: number) => markDeferred(db, claim, '451', now),
  failed: (db: Db, claim: Claim) => markFailed(db, claim, '550'),
  unknown: (db: Db, claim: Claim) => markUnknown(db, claim, 'lost'),
  planned: async (db: Db, claim: Claim, now: number) =>
    markWaiting(db, claim, await readMessage(db, claim.id), now + hourMs),
  expired: (db: Db, claim: Claim) => markExpired(db, claim),
  cancelled: (db: Db, claim: Claim) => markCancelled(db, claim, 'paused'),
} as const;

const policy = fc.constantFrom('resend' as const, 'hold' as const);
const move = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(60_000, 60_000, leaseMs + 1, 5 * hourMs) }),
  fc.record({ kind: fc.constant('release' as const) }),
  fc.record({ kind: fc.constant('recover' as const), policy }),
  fc.record({ kind: fc.constant('claim' as const), worker: fc.constantFrom('anna', 'ben') }),
  fc.record({ kind: fc.constant('cancel' as const), message: fc.nat({ max: 2 }) }),
  fc.record({
    kind: fc.constant('report' as const),
    message: fc.nat({ max: 2 }),
    as: fc.constantFrom('bounced' as const, 'complained' as const),
  }),
  fc.record({
    kind: fc.constant('settle' as const),
    message: fc.nat({ max: 2 }),
    as: fc.constantFrom('accepted' as const, 'resend' as const, 'cancel' as const),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      claim: fc.nat({ max: 4 }),
      to: fc.constantFrom(
        'sending',
        'sending',
        'sending',
        'accepted',
        'deferred',
        'failed',
        'unknown',
        'planned',
        'expired',
        'cancelled',
      ),
    }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** Plays the moves on three messages, and checks after each that whoever lost a claim changed nothing with it. */
async function walk(db: Db, moves: readonly Move[]): Promise<void> {
  let now = Date.parse('2026-11-24T08:00:00Z');
  const ids = [await aMessage(db, now), await aMessage(db, now), await aMessage(db, now + hourMs)];
  const claims: Claim[] = [];
  for (const step of moves) {
    if (step.kind === 'wait') now += step.ms;
    if (step.kind === 'release') await releaseDue(db, now);
    if (step.kind === 'recover') await recoverAbandoned(db, now, step.policy);
    if (step.kind === 'settle') await settleHeld(db, ids[step.message] ?? 0, step.as, now);
    if (step.kind === 'report') await markReported(db, ids[step.message] ?? 0, step.as, 'said so');
    if (step.kind === 'cancel') await cancelPending(db, [ids[step.message] ?? 0], 'withdrawn');
    if (step.kind === 'claim')
      claims.push(
        ...(await claimQueued(db, step.worker, now, 2)).map(({ id, attempt }) => ({
          id,
          attempt,
          worker: step.worker,
        })),
      );
    if (step.kind === 'mark' && claims.length > 0) {
      const claim = claims.at(-1 - (step.claim % claims.length));
      if (claim) await tryMark(db, claim, step.to, now);
    }
  }
}

async function tryMark(db: Db, claim: Claim, to: keyof typeof marks, now: number): Promise<void> {
  const before = await readMessage(db, claim.id);
  const moved = await marks[to](db, claim, now);
  const isHolder = before.attempt === claim.attempt && before.worker === claim.worker;
  if (!isHolder) expect(moved).toBe(false);
  if (!moved) expect(await readMessage(db, claim.id)).toEqual(before);
}

/** Walks that chance seldom takes: to a server that answers nothing, and what becomes of the mail then. */
const unanswered: Move[] = [
  { kind: 'release' },
  { kind: 'claim', worker: 'anna' },
  { kind: 'mark', claim: 1, to: 'sending' },
  { kind: 'mark', claim: 1, to: 'unknown' },
];
const seldom: [Move[]][] = [
  [[...unanswered, { kind: 'recover', policy: 'resend' }]],
  [
    [
      ...unanswered,
      { kind: 'recover', policy: 'hold' },
      { kind: 'settle', message: 0, as: 'accepted' },
      { kind: 'report', message: 0, as: 'bounced' },
    ],
  ],
];

test('whatever workers, crashes and waits do, no message takes a step that is not allowed, and nobody without the claim moves one', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) =>
      withStore(async (db) => {
        const steps = await logSteps(db);
        await walk(db, moves);
        for (const { was, became } of await steps()) {
          seen.add(`${was} ${became}`);
          expect(mayStep(was, became), `${was} -> ${became}`).toBe(true);
        }
      }),
    ),
    { numRuns: timesTried(120), examples: seldom },
  );
  expect([...seen], 'the walks reach a resend, the operator and a report').toEqual(
    expect.arrayContaining(['unknown queued', 'unknown held', 'held accepted', 'accepted bounced']),
  );
}, 60_000);

test('a final state is never left, and every other state leads on', () => {
  expect(messageStates.filter(isFinal)).toEqual(['failed', 'cancelled', 'expired', 'bounced', 'complained']);
  for (const from of messageStates)
    expect(
      messageStates.some((to) => mayStep(from, to)),
      from,
    ).toBe(!isFinal(from));
});

test('from every state a final one is reached, and every state is reached from the first', () => {
  const reachedFrom = (start: MessageState): Set<MessageState> => {
    const reached = new Set([start]);
    for (const from of reached) for (const to of messageStates) if (mayStep(from, to)) reached.add(to);
    return reached;
  };
  expect([...reachedFrom('planned')].sort()).toEqual([...messageStates].sort());
  for (const state of messageStates) expect([...reachedFrom(state)].some(isFinal), state).toBe(true);
});

test('what never arrives is final: nothing that is planned anew for its day may meet it later', () => {
  expect(neverArrives.filter((state) => !isFinal(state))).toEqual([]);
  expect(neverArrives).not.toContain('complained');
});

test('what may be taken back has not left, and may be cancelled', () => {
  for (const state of takenBackFrom) expect(mayStep(state, 'cancelled'), state).toBe(true);
});

test('a message can only be accepted after it was being sent or its fate was unknown', () => {
  expect(statesBefore('accepted')).toEqual(['sending', 'unknown', 'held']);
  expect(statesBefore('claimed')).toEqual(['queued']);
});
