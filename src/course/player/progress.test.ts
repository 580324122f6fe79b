import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf, packProgress, unpackProgress } from './progress.ts';
import { limits } from './within-limits.ts';

const asked = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
    right: fc.constantFrom('a', 'b'),
    choices: fc.constantFrom(['yes', 'no'], ['yes', 'no', 'later'], ['yes', 'no', 'later', 'never']),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 120 },
);

const answered = asked.chain((questions) =>
  fc
    .array(fc.option(fc.integer({ min: 0, max: 1 })), { minLength: questions.length, maxLength: questions.length })
    .map((places) => ({
      questions,
      progress: new Map(
        questions.flatMap(({ id }, index): [string, string][] => {
          const place = places[index];
          return place === null || place === undefined ? [] : [[id, 'ab'[place] ?? 'a']];
        }),
      ),
    })),
);

test('what was kept comes back, and fits into the shortest of all suspend data', () => {
  fc.assert(
    fc.property(answered, ({ questions, progress }) => {
      const packed = packProgress(questions, progress);
      expect(unpackProgress(questions, packed)).toEqual(progress);
      expect(packed.length).toBeLessThanOrEqual(limits['scorm-1.2'].suspendData);
    }),
  );
});

test('a package with other questions takes nothing of what was kept for these', () => {
  const one = [{ id: 'naka/first', right: 'a', choices: ['yes', 'no', 'later'] }];
  const kept = packProgress(one, new Map([['naka/first', 'b']]));
  expect(unpackProgress([{ id: 'naka/second', right: 'a', choices: ['yes', 'no', 'later'] }], kept)).toEqual(new Map());
  expect(unpackProgress([{ id: 'naka/first', right: 'a', choices: ['yes', 'no'] }], kept)).toEqual(new Map());
  const reordered = [{ id: 'naka/first', right: 'b', choices: ['no', 'yes', 'later'] }];
  expect(unpackProgress(reordered, kept)).toEqual(new Map());
});

test.each(['', 'v0:0:ab', 'nonsense', 'v1:ffffffff:a', '{"answers":[1]}'])(
  '%j of somebody else is no progress',
  (kept) => {
    expect(unpackProgress([{ id: 'q', right: 'a', choices: ['yes', 'no'] }], kept)).toEqual(new Map());
  },
);

test('nothing is judged before every question is answered, and the mark itself passes', () => {
  const questions = ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => ({ id, right: 'a', choices: ['yes', 'no'] }));
  const some = new Map(questions.slice(1).map(({ id }) => [id, 'a']));
  expect(outcomeOf(questions, some, 0.8)).toBeNull();
  const four = new Map([...some, ['q1', 'b']]);
  expect(outcomeOf(questions, four, 0.8)).toEqual({ right: 4, all: 5, score: 0.8, passed: true });
  expect(outcomeOf(questions, four, 0.81)?.passed).toBe(false);
});
