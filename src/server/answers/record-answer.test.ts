import { expect, test } from 'vitest';
import { choiceLetter } from '#catalogue/schema/question.ts';
import { afterAnswerOf, uncalibrated } from '#core/memory/calibration.ts';
import { dayMs, retrievability } from '#core/memory/forgetting-curve.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer } from '#core/memory/recollection.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { mostAnswers } from './answers-of-nudge.ts';
import { openNudge } from './open-nudge.ts';
import { recordAnswer } from './record-answer.ts';
import { signToken } from './token.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function aNudge(kind: NudgeKind = 'case') {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const nudge = await aSentNudge(db, 'Mei', now, { kind });
  return { db, context: answerContext(db), ...nudge };
}

test('an answer becomes a memory of the lesson', async () => {
  const { db, context, token, personId } = await aNudge();
  expect(await recordAnswer(context, token, { choice: 'b', sureness: 'sure' }, now)).toEqual({ ok: true });
  const memory = afterAnswer(null, { right: true, sureness: 'sure' }, now, usualPractice);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([
    {
      person_id: personId,
      lesson_id: 'keep-stock',
      stability: memory.stability,
      difficulty: memory.difficulty,
      met_at: now,
      answers: 1,
    },
  ]);
});

test('a changed answer is added to the log, not written over the first', async () => {
  const { db, context, token } = await aNudge();
  await recordAnswer(context, token, { choice: 'a', sureness: 'sure' }, now);
  await recordAnswer(context, token, { choice: 'b', sureness: 'fairly' }, now + 1000);
  expect(await db.selectFrom('answer').select(['choice', 'right', 'sureness']).orderBy('id').execute()).toEqual([
    { choice: 'wait-for-news', right: 0, sureness: 'sure' },
    { choice: 'ask-the-maker', right: 1, sureness: 'fairly' },
  ]);
  const shown = await openNudge(context, token, now + 2000);
  expect(shown).toMatchObject({ ok: true, found: { answer: { choice: 'ask-the-maker' } } });
  expect(await db.selectFrom('memory').selectAll().execute()).toHaveLength(1);
});

test('the same answer sent again is no second answer, however many come at once', async () => {
  const { db, context, token } = await aNudge();
  const again = () => recordAnswer(context, token, { choice: 'a', sureness: 'sure' }, now);
  expect(await Promise.all(Array.from({ length: 10 }, again))).toEqual(
    Array.from({ length: 10 }, () => ({ ok: true })),
  );
  expect(await again()).toEqual({ ok: true });
  expect(await db.selectFrom('answer').selectAll().execute()).toHaveLength(1);
});

test('an answer may be changed often but not without end: then the last one counts and stays', async () => {
  const { db, context, token } = await aNudge();
  const give = (turn: number) =>
    recordAnswer(context, token, { choice: turn % 2 === 0 ? 'a' : 'b', sureness: 'sure' }, now + turn);
  for (let turn = 0; turn < mostAnswers; turn += 1) expect(await give(turn)).toEqual({ ok: true });
  const before = await db.selectFrom('memory').selectAll().execute();
  expect(await give(mostAnswers)).toEqual({ ok: false, reason: 'settled' });
  expect(await give(mostAnswers - 1), 'the last once more').toEqual({ ok: true });
  expect(await db.selectFrom('answer').selectAll().execute()).toHaveLength(mostAnswers);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual(before);
  expect(await openNudge(context, token, now + 99)).toMatchObject({
    found: { settled: true, answer: { choice: 'ask-the-maker' } },
  });
});

test('a comparison becomes a memory as its reader judged it', async () => {
  const { db, context, token } = await aNudge('compare');
  expect(await recordAnswer(context, token, { choice: 'partly' }, now)).toEqual({ ok: true });
  const memory = afterAnswer(null, { right: true, sureness: 'guess' }, now, usualPractice);
  expect(await db.selectFrom('memory').select(['stability', 'answers']).execute()).toEqual([
    { stability: memory.stability, answers: 1 },
  ]);
});

test('a step that is done, meant to be done or not possible leaves the same faint memory', async () => {
  const left = async (choice: string) => {
    const { db, context, token } = await aNudge('apply');
    expect(await recordAnswer(context, token, { choice }, now)).toEqual({ ok: true });
    return db.selectFrom('memory').select(['stability', 'answers']).execute();
  };
  const faint = [{ stability: afterReading(null, now, usualPractice).stability, answers: 0 }];
  expect([await left('done'), await left('will'), await left('cannot')]).toEqual([faint, faint, faint]);
});

test('answers to questions met before make the record of a person; first ones and other kinds do not', async () => {
  const { db, context, token, personId } = await aNudge();
  await recordAnswer(context, token, { choice: 'b', sureness: 'sure' }, now);
  expect(await db.selectFrom('calibration').select('answers').execute()).toEqual([{ answers: 0 }]);
  const later = now + 20 * dayMs;
  const again = await aSentNudge(db, 'Mei', later, { kind: 'recall', caseId: 'fire-1997' });
  await recordAnswer(context, again.token, { choice: 'a', sureness: 'sure' }, later);
  const memory = afterAnswer(null, { right: true, sureness: 'sure' }, now, usualPractice);
  expect(await db.selectFrom('calibration').selectAll().execute()).toEqual([
    { person_id: personId, ...afterAnswerOf(uncalibrated, retrievability(memory, later), false) },
  ]);
});

test.each([
  ['a closed question', 7 * dayMs, 'b', 'closed'],
  ['an expired link', 30 * dayMs, 'b', 'expired'],
  ['a choice the question does not have', 0, 'd', 'no-such-choice'],
])('%s takes no answer', async (_, later, choice, reason) => {
  const { db, context, token } = await aNudge();
  expect(await recordAnswer(context, token, { choice, sureness: 'sure' }, now + later)).toEqual({ ok: false, reason });
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([]);
});

test('a link to a nudge that is gone, or to a question that was withdrawn, says so', async () => {
  const { db, context, token } = await aNudge();
  expect(await openNudge(context, signToken(keys, 'nudge', { id: 999, key: null }, now + dayMs), now)).toEqual({
    ok: false,
    reason: 'gone',
  });
  await db.updateTable('nudge').set({ question_id: 'flood-2011/withdrawn' }).execute();
  expect(await openNudge(context, token, now)).toEqual({ ok: false, reason: 'gone' });
  await db.updateTable('nudge').set({ question_id: 'compare/keep-stock/flood-2011/withdrawn' }).execute();
  expect(await openNudge(context, token, now)).toEqual({ ok: false, reason: 'gone' });
});

test('opening a link, however often, changes nothing', async () => {
  const { db, context, token } = await aNudge();
  const before = await db.selectFrom('nudge').selectAll().execute();
  for (let times = 0; times < 3; times += 1) await openNudge(context, token, now);
  expect(await db.selectFrom('nudge').selectAll().execute()).toEqual(before);
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
});

test('the page is told when an answer was corrected, and only then', async () => {
  const { context, ...nudge } = await aNudge();
  const token = signToken(keys, 'nudge', nudge.row, now + 30 * dayMs);
  const corrected = async () => {
    const lookup = await openNudge(context, token, now);
    return lookup.ok && lookup.found.corrected;
  };
  const choices = await rightAndWrong(context, token);
  await recordAnswer(context, token, { choice: choices.wrong, sureness: 'sure' }, now);
  expect(await corrected()).toBe(false);
  await recordAnswer(context, token, { choice: choices.right, sureness: 'sure' }, now + 1000);
  expect(await corrected()).toBe(true);
});

async function rightAndWrong(context: ReturnType<typeof answerContext>, token: string) {
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) throw new Error(lookup.reason);
  if (lookup.found.asked.kind !== 'question') throw new Error('Not a question.');
  const right = lookup.found.asked.question.choices.findIndex((choice) => 'because' in choice);
  return { right: choiceLetter(right), wrong: choiceLetter(right === 0 ? 1 : 0) };
}
