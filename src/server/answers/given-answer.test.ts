import { expect, test } from 'vitest';
import { comparisonId, stepId } from '#catalogue/asked.ts';
import { type AskedOf, versionNow } from '#catalogue/asked-version.ts';
import { aCatalogue, comparedCases } from '#testing/a-catalogue.ts';
import { judgeAnswer } from './given-answer.ts';

function asked(question_id: string): AskedOf {
  const version = versionNow(aCatalogue(), { question_id, case_id: 'flood-2011' });
  if (!version) throw new Error(`The catalogue does not ask ${question_id}.`);
  return version.asked;
}

const question = asked('flood-2011/keep-stock');
const comparison = asked(comparisonId('keep-stock', comparedCases));
const step = asked(stepId('keep-stock', { roles: ['buyer'] }));

test('a question takes a choice and how sure its reader is', () => {
  expect(judgeAnswer(question, { choice: 'b', sureness: 'sure' })).toEqual({
    ok: true,
    given: { choice: 'ask-the-maker', right: 1, sureness: 'sure' },
  });
  expect(judgeAnswer(question, { choice: 'a', sureness: 'guess' })).toMatchObject({ given: { right: 0 } });
});

test('a choice is meant by its id or by the letter that it bore in the mail, and kept by its id', () => {
  const given = (choice: string) => judgeAnswer(question, { choice, sureness: 'sure' });
  expect(given('ask-the-maker')).toEqual(given('b'));
  expect(given('wait-for-news')).toEqual(given('a'));
});

test.each([
  [{}, ['choice', 'sureness']],
  [{ choice: 'b' }, ['sureness']],
  [{ choice: 'b', sureness: 'rather' }, ['sureness']],
  [{ sureness: 'sure' }, ['choice']],
])('the form %j of a question lacks %j', (fields, lacks) => {
  expect(judgeAnswer(question, fields)).toEqual({ ok: false, reason: 'incomplete', lacks });
});

test('half of what two cases share is worth a guess, all of it more, nothing is wrong', () => {
  const given = (choice: string) => judgeAnswer(comparison, { choice });
  expect(given('saw')).toEqual({ ok: true, given: { choice: 'saw', right: 1, sureness: 'fairly' } });
  expect(given('partly')).toEqual({ ok: true, given: { choice: 'partly', right: 1, sureness: 'guess' } });
  expect(given('missed')).toEqual({ ok: true, given: { choice: 'missed', right: 0, sureness: 'fairly' } });
});

test('a step is done or not', () => {
  const right = (choice: string) => {
    const judged = judgeAnswer(step, { choice });
    return judged.ok && judged.given.right;
  };
  expect([right('done'), right('will'), right('cannot')]).toEqual([1, 0, 0]);
});

test.each([
  ['a question', question, 'saw'],
  ['a question', question, 'd'],
  ['a comparison', comparison, 'b'],
  ['a comparison', comparison, 'done'],
  ['a step', step, 'missed'],
])('%s does not take the answer %s', (_, thing, choice) => {
  expect(judgeAnswer(thing, { choice, sureness: 'sure' })).toEqual({ ok: false, reason: 'no-such-choice' });
});

test('a comparison or a step without an answer lacks only that', () => {
  for (const thing of [comparison, step])
    expect(judgeAnswer(thing, {})).toEqual({ ok: false, reason: 'incomplete', lacks: ['choice'] });
});
