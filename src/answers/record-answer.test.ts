import { expect, test } from 'vitest';
import { choiceLetter } from '#catalogue/question.ts';
import { dayMs } from '#memory/forgetting-curve.ts';
import { afterAnswer } from '#memory/recollection.ts';
import type { AnswerRow } from '#store/schema.ts';
import { answerDesk, aSentNudge, secret } from '#testing/a-sent-nudge.ts';
import { aStore } from '#testing/a-store.ts';
import { aTeamInStore } from '#testing/a-team-in-store.ts';
import { openNudge } from './open-nudge.ts';
import { memoryFrom, recordAnswer } from './record-answer.ts';
import { signToken } from './token.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

let number = 0;
function anAnswer(nudge_id: number, right: boolean, at: number, sureness: AnswerRow['sureness'] = 'fairly'): AnswerRow {
  number += 1;
  return { id: number, nudge_id, choice: right ? 'b' : 'a', right: right ? 1 : 0, sureness, answered_at: at };
}

async function aNudge() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const nudge = await aSentNudge(db, 'Mei', now);
  return { db, desk: answerDesk(db), ...nudge };
}

test('no answer leaves no memory', () => {
  expect(memoryFrom([])).toBeNull();
});

test('the newest answer to a question counts, at the time of the first', () => {
  const changed = memoryFrom([anAnswer(1, true, now, 'sure'), anAnswer(1, true, now + dayMs, 'guess')]);
  expect(changed).toEqual(afterAnswer(null, { right: true, sureness: 'guess' }, now));
});

test('an answer put right after the feedback counts as a guess, however sure', () => {
  const corrected = memoryFrom([anAnswer(1, false, now, 'sure'), anAnswer(1, true, now + 1000, 'sure')]);
  expect(corrected).toEqual(afterAnswer(null, { right: true, sureness: 'guess' }, now));
});

test('a right answer changed into a wrong one counts as wrong', () => {
  expect(memoryFrom([anAnswer(1, true, now), anAnswer(1, false, now + 1000)])).toEqual(
    afterAnswer(null, { right: false, sureness: 'fairly' }, now),
  );
});

test('answers to several questions build on one another in the order in which they were given', () => {
  const second = now + 20 * dayMs;
  const expected = afterAnswer(
    afterAnswer(null, { right: false, sureness: 'fairly' }, now),
    { right: true, sureness: 'sure' },
    second,
  );
  expect(memoryFrom([anAnswer(2, true, second, 'sure'), anAnswer(1, false, now)])).toEqual(expected);
});

test('an answer becomes a memory of the lesson', async () => {
  const { db, desk, token, personId } = await aNudge();
  expect(await recordAnswer(desk, token, { choice: 'b', sureness: 'sure' }, now)).toEqual({ ok: true });
  const memory = afterAnswer(null, { right: true, sureness: 'sure' }, now);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([
    {
      person_id: personId,
      lesson_id: 'keep-stock',
      stability: memory.stability,
      difficulty: memory.difficulty,
      met_at: now,
    },
  ]);
});

test('a changed answer is added to the log, not written over the first', async () => {
  const { db, desk, token } = await aNudge();
  await recordAnswer(desk, token, { choice: 'a', sureness: 'sure' }, now);
  await recordAnswer(desk, token, { choice: 'b', sureness: 'fairly' }, now + 1000);
  expect(await db.selectFrom('answer').select(['choice', 'right', 'sureness']).orderBy('id').execute()).toEqual([
    { choice: 'a', right: 0, sureness: 'sure' },
    { choice: 'b', right: 1, sureness: 'fairly' },
  ]);
  const shown = await openNudge(desk, token, now + 2000);
  expect(shown).toMatchObject({ ok: true, found: { answer: { choice: 'b' } } });
  expect(await db.selectFrom('memory').selectAll().execute()).toHaveLength(1);
});

test.each([
  ['a closed question', 7 * dayMs, 'b', 'closed'],
  ['an expired link', 30 * dayMs, 'b', 'expired'],
  ['a choice the question does not have', 0, 'd', 'no-such-choice'],
])('%s takes no answer', async (_, later, choice, reason) => {
  const { db, desk, token } = await aNudge();
  expect(await recordAnswer(desk, token, { choice, sureness: 'sure' }, now + later)).toEqual({ ok: false, reason });
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([]);
});

test('a link to a nudge that is gone, or to a question that was withdrawn, says so', async () => {
  const { db, desk, token } = await aNudge();
  expect(await openNudge(desk, signToken(secret, 'nudge', 999, now + dayMs), now)).toEqual({
    ok: false,
    reason: 'gone',
  });
  await db.updateTable('nudge').set({ question_id: 'flood-2011/withdrawn' }).execute();
  expect(await openNudge(desk, token, now)).toEqual({ ok: false, reason: 'gone' });
});

test('opening a link, however often, changes nothing', async () => {
  const { db, desk, token } = await aNudge();
  const before = await db.selectFrom('nudge').selectAll().execute();
  for (let times = 0; times < 3; times += 1) await openNudge(desk, token, now);
  expect(await db.selectFrom('nudge').selectAll().execute()).toEqual(before);
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
});

test('the page is told when an answer was corrected, and only then', async () => {
  const { desk, ...nudge } = await aNudge();
  const token = signToken(secret, 'nudge', nudge.nudgeId, now + 30 * dayMs);
  const corrected = async () => {
    const lookup = await openNudge(desk, token, now);
    return lookup.ok && lookup.found.corrected;
  };
  const choices = await rightAndWrong(desk, token);
  await recordAnswer(desk, token, { choice: choices.wrong, sureness: 'sure' }, now);
  expect(await corrected()).toBe(false);
  await recordAnswer(desk, token, { choice: choices.right, sureness: 'sure' }, now + 1000);
  expect(await corrected()).toBe(true);
});

async function rightAndWrong(desk: ReturnType<typeof answerDesk>, token: string) {
  const lookup = await openNudge(desk, token, now);
  if (!lookup.ok) throw new Error(lookup.reason);
  const right = lookup.found.question.choices.findIndex((choice) => 'because' in choice);
  return { right: choiceLetter(right), wrong: choiceLetter(right === 0 ? 1 : 0) };
}
