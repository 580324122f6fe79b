import { expect, test } from 'vitest';
import { aWorkTime } from '#testing/a-planned-team.ts';
import { changeBetween, effectOf } from './changed-lessons.ts';

const days = { dueOn: '2026-12-18', today: '2026-12-01' };
const nobodysFault = { leavesOn: null, getsMail: true };

function person(...answered: string[]) {
  return { ...nobodysFault, workTime: aWorkTime, sent: new Set(answered), answered: new Set(answered) };
}

test('what is wished against what there is', () => {
  expect(changeBetween(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], taken: ['a'] });
  expect(changeBetween(['a'], ['a'])).toEqual({ added: [], taken: [] });
});

test('whoever had done it is on the way again when a lesson comes, unless they have met that one too', () => {
  const change = { added: ['c'], taken: [] };
  expect(effectOf(person('a', 'b'), ['a', 'b'], change, days)).toMatchObject({
    before: 'done',
    after: 'on-the-way',
    toCome: ['c'],
    met: [],
  });
  expect(effectOf(person('a', 'b', 'c'), ['a', 'b'], change, days)).toMatchObject({ after: 'done', met: ['c'] });
});

test('a lesson that is taken away makes whoever waited for it alone done, and still counts for whoever answered it', () => {
  const change = { added: [], taken: ['b'] };
  expect(effectOf(person('a'), ['a', 'b'], change, days)).toMatchObject({
    before: 'on-the-way',
    after: 'done',
    spared: ['b'],
  });
  expect(effectOf(person('b'), ['a', 'b'], change, days)).toMatchObject({ after: 'on-the-way', spared: [] });
});
