import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer } from '#core/memory/recollection.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { openNudge } from './open-nudge.ts';
import { recordAnswer } from './record-answer.ts';
import { recordReading } from './record-reading.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function aNudge(kind: 'case' | 'apply' = 'case') {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const nudge = await aSentNudge(db, 'Mei', now, { kind });
  return { db, context: answerContext(db), ...nudge };
}

test('a case that was read and not answered leaves a faint memory, and its question stays open', async () => {
  const { db, context, token, personId } = await aNudge();
  expect(await recordReading(context, token, now)).toEqual({ ok: true });
  const memory = afterReading(null, now, usualPractice);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([
    {
      person_id: personId,
      lesson_id: 'keep-stock',
      stability: memory.stability,
      difficulty: memory.difficulty,
      met_at: memory.metAt,
      answers: 0,
    },
  ]);
  expect(await openNudge(context, token, now + dayMs)).toMatchObject({
    found: { answer: null, readAt: now, closed: false },
  });
});

test('said twice, it was read once, at the first time', async () => {
  const { db, context, token, nudgeId } = await aNudge();
  await recordReading(context, token, now);
  const once = await db.selectFrom('memory').selectAll().execute();
  expect(await recordReading(context, token, now + dayMs)).toEqual({ ok: true });
  expect(await db.selectFrom('reading').selectAll().execute()).toEqual([{ nudge_id: nudgeId, read_at: now }]);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual(once);
});

test('an answer takes the place of the reading', async () => {
  const { db, context, token } = await aNudge();
  await recordReading(context, token, now);
  await recordAnswer(context, token, { choice: 'b', sureness: 'sure' }, now + dayMs);
  const memory = afterAnswer(null, { right: true, sureness: 'sure' }, now + dayMs, usualPractice);
  expect(await db.selectFrom('memory').select(['stability', 'met_at', 'answers']).execute()).toEqual([
    { stability: memory.stability, met_at: now + dayMs, answers: 1 },
  ]);
});

test.each([
  ['a closed question', 'case', 7 * dayMs, 'closed'],
  ['an expired link', 'case', 30 * dayMs, 'expired'],
  ['a step', 'apply', 0, 'no-question'],
] as const)('%s takes no reading', async (_, kind, later, reason) => {
  const { db, context, token } = await aNudge(kind);
  expect(await recordReading(context, token, now + later)).toEqual({ ok: false, reason });
  expect(await db.selectFrom('reading').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([]);
});
