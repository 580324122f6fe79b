import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aStore, timesTried } from '#testing/a-database.ts';
import {
  liftSuppression,
  readSuppressions,
  type Suppression,
  suppress,
  suppressionOf,
  undoLift,
} from './suppression.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const address = 'mei@kazehaya.example';

const hard = { address, kind: 'hard', reason: '550 5.1.1 no such user', since: now, until: null } as const;
const soft = (days: number) =>
  ({ address, kind: 'soft', reason: '452 4.2.2 full', since: now, until: now + days * dayMs }) as const;
const complaint = { address, kind: 'complaint', reason: 'marked as spam', since: now, until: null } as const;

test('one for a while counts until its end, and then for nothing', async () => {
  const db = await aStore();
  await suppress(db, soft(7));
  expect(await suppressionOf(db, address, now + 7 * dayMs - 1)).toEqual(soft(7));
  expect(await suppressionOf(db, address, now + 7 * dayMs)).toBeNull();
  expect(await readSuppressions(db, now + 7 * dayMs)).toEqual([]);
});

test('one for good stays in force until it is lifted, however the address is written', async () => {
  const db = await aStore();
  await suppress(db, { ...hard, address: ' Mei@Kazehaya.example' });
  expect(await suppressionOf(db, 'MEI@kazehaya.example', now + 3650 * dayMs)).toEqual(hard);
  expect(await liftSuppression(db, 'Mei@Kazehaya.example ', now)).toBe(true);
  expect(await suppressionOf(db, address, now)).toBeNull();
  expect(await liftSuppression(db, address, now)).toBe(false);
});

test('a full mailbox does not bring back an address that is gone, and one that is gone ends a wait', async () => {
  const db = await aStore();
  await suppress(db, hard);
  await suppress(db, soft(7));
  expect(await readSuppressions(db, now)).toEqual([hard]);
  await liftSuppression(db, address, now);
  await suppress(db, soft(7));
  await suppress(db, hard);
  expect(await readSuppressions(db, now)).toEqual([hard]);
});

test('a refusal that is said again keeps the day on which it was said first', async () => {
  const db = await aStore();
  await suppress(db, hard);
  await suppress(db, { ...hard, reason: '550 5.1.1 still not', since: now + dayMs });
  expect(await readSuppressions(db, now)).toEqual([hard]);
});

test('what was lifted can be put back for a day, and what a server says later takes its place', async () => {
  const db = await aStore();
  await suppress(db, hard);
  await liftSuppression(db, address, now);
  await undoLift(db, address, now + dayMs - 1);
  expect(await readSuppressions(db, now)).toEqual([hard]);
  await liftSuppression(db, address, now);
  await undoLift(db, address, now + dayMs);
  expect(await readSuppressions(db, now)).toEqual([]);
  await suppress(db, soft(7));
  expect(await readSuppressions(db, now)).toEqual([soft(7)]);
});

const weight = { soft: 0, hard: 1, complaint: 2 };

/** What should be in force of all that was said, in whatever order. */
function weightiest(said: readonly Suppression[]): Suppression | undefined {
  return said.toSorted((a, b) => weight[b.kind] - weight[a.kind] || (b.until ?? 0) - (a.until ?? 0))[0];
}

test('in whatever order things are said, the weightiest is in force, and of the soft ones the longest', async () => {
  const anySaid = fc.oneof(
    fc.constant(hard),
    fc.constant(complaint),
    fc.integer({ min: 1, max: 60 }).map((days) => soft(days)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anySaid, { minLength: 1, maxLength: 6 }), async (said) => {
      const db = await aStore();
      for (const one of said) await suppress(db, one);
      expect(await suppressionOf(db, address, now)).toEqual(weightiest(said));
    }),
    { numRuns: timesTried(40) },
  );
});
