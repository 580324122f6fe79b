import { expect, test } from 'vitest';
import { readContent } from '../../read/read-content.ts';
import { type AskedCase, guessBlind, learnOptions } from './blind-guess.ts';

/** A question whose right option is the first, told by these words. */
function aQuestion(id: string, right: string, ...wrong: string[]): AskedCase['questions'][number] {
  const because = 'Only the maker knows how long it takes to make it again.';
  const [tempts, costs] = ['News will come by itself.', 'The days in which others decide.'];
  return { id, choices: [{ text: right, because }, ...wrong.map((text) => ({ text, tempts, costs }))] };
}

const hits = (cases: AskedCase[]) => guessBlind(cases).filter(({ guessed, right }) => guessed === right).length;

test('a word that only right options hold gives them away in a case that was not learned from', () => {
  const cases = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    questions: [aQuestion(id, `Ask firm ${id}`, `Sign case ${id}`, `Hold item ${id}`)],
  }));
  expect(hits(cases)).toBe(4);
});

test('a case teaches nothing about itself: what only it says cannot give it away', () => {
  const cases = [
    { id: 'a', questions: [aQuestion('one', 'Zinc', 'Tin'), aQuestion('two', 'Zinc', 'Tin')] },
    { id: 'b', questions: [aQuestion('three', 'Lead', 'Iron')] },
  ];
  const [guess] = guessBlind(cases);
  expect(guess?.telling[0]?.find(({ feature }) => feature === 'word zinc')).toMatchObject({
    weight: 0,
    count: { right: 0, wrong: 0 },
  });
});

test('right and wrong options are counted each by themselves', () => {
  const { options, features } = learnOptions([{ id: 'a', questions: [aQuestion('one', 'Ask now', 'Wait now')] }]);
  expect(options).toEqual({ right: 1, wrong: 1 });
  expect(features.get('word now')).toEqual({ right: 1, wrong: 1 });
  expect(features.get('opens wait')).toEqual({ right: 0, wrong: 1 });
});

test('where the scene is needed, the words say no more than chance', () => {
  const cases = readContent('content').cases;
  // Whichever option is called right, its words stay as they are: with right ones dealt out in turn nothing is left to learn.
  const dealt = cases.map(({ id, questions }) => ({
    id,
    questions: questions.map((question, at) => {
      const texts = question.choices.map(({ text }) => text);
      const right = (at + id.length) % texts.length;
      const [first = '', ...others] = [...texts.slice(right), ...texts.slice(0, right)];
      return aQuestion(question.id, first, ...others);
    }),
  }));
  const asked = dealt.flatMap(({ questions }) => questions).length;
  expect(hits(dealt) / asked).toBeLessThan(0.35);
});
