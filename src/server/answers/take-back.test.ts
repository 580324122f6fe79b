import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { recordAnswer } from './record-answer.ts';
import { takeBack } from './take-back.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const minute = 60_000;

async function aForwardedMail() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const { token } = await aSentNudge(db, 'Mei', now);
  const context = answerContext(db);
  const answer = (choice: string, at: number) => recordAnswer(context, token, { choice, sureness: 'sure' }, at);
  const left = async () => ({
    answers: (await db.selectFrom('answer').select('choice').execute()).map(({ choice }) => choice),
    memories: await db.selectFrom('memory').select(['stability', 'answers']).execute(),
  });
  return { db, context, token, answer, left, back: (at: number) => takeBack(context, token, at) };
}

test('an answer that somebody else gave is taken back with all that it left', async () => {
  const { db, answer, left, back } = await aForwardedMail();
  await answer('a', now);
  await answer('b', now + minute);
  expect(await back(now + 2 * minute)).toBe(true);
  expect(await left()).toEqual({ answers: [], memories: [] });
  expect(await db.selectFrom('calibration').select('answers').execute()).toEqual([{ answers: 0 }]);
});

test('what its reader had answered before stays', async () => {
  const { answer, left, back } = await aForwardedMail();
  await answer('a', now);
  await answer('b', now + 60 * minute);
  await back(now + 61 * minute);
  expect((await left()).answers).toEqual(['wait-for-news']);
});

test('nobody gains by it: whoever answers right afterwards has guessed, and there is no second time', async () => {
  const { answer, left, back } = await aForwardedMail();
  await answer('a', now);
  await back(now + minute);
  await answer('b', now + 2 * minute);
  const guess = await aForwardedMail();
  await recordAnswer(guess.context, guess.token, { choice: 'b', sureness: 'guess' }, now + 2 * minute);
  expect((await left()).memories).toEqual((await guess.left()).memories);
  expect(await back(now + 3 * minute)).toBe(false);
  expect((await left()).answers).toEqual(['ask-the-maker']);
});

test('an answer of longer ago, and one that was never given, cannot be taken back', async () => {
  const { answer, left, back } = await aForwardedMail();
  expect(await back(now)).toBe(false);
  await answer('a', now);
  expect(await back(now + 16 * minute)).toBe(false);
  expect((await left()).answers).toEqual(['wait-for-news']);
});
