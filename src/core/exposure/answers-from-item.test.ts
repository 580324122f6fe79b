import { expect, test } from 'vitest';
import { answersFromItem } from './answers-from-item.ts';
import { type ExposureItem, notAsked } from './exposure.ts';

const spread: ExposureItem = {
  name: 'Motor controllers',
  input: 'microcontrollers',
  family: 'chip',
  origin: 'JP',
  share: 0.4,
  suppliers: 3,
  tiersMapped: 1,
  stockDays: 30,
  recoveryDays: 90,
  alternative: 'qualified',
  essential: 'yes',
  lead: 'unknown',
  leak: 'unknown',
  upheaval: 'unknown',
  ...notAsked,
};
const dependence = (traits: Partial<ExposureItem>) => answersFromItem({ ...spread, ...traits }).derived[0];

test('half of an item from one country is dependence; a little less from several makers is not', () => {
  expect(dependence({ share: 0.5 })).toMatchObject({ answer: 'yes', from: 'one-country', country: 'JP', share: 0.5 });
  expect(dependence({ share: 0.49 })).toMatchObject({ answer: 'no', from: 'spread' });
});

test('one supplier is dependence wherever the goods come from', () => {
  expect(dependence({ suppliers: 1 })).toMatchObject({ answer: 'yes', from: 'one-supplier' });
});

test('only a tested alternative frees an item; a qualified one has not carried the load', () => {
  const alone = { suppliers: 1, share: 1 };
  expect(dependence({ ...alone, alternative: 'tested' })).toMatchObject({ answer: 'no', from: 'tested-alternative' });
  expect(dependence({ ...alone, alternative: 'qualified' })).toMatchObject({ answer: 'yes' });
});

test('several suppliers below whom nobody has looked may share one maker: the figures do not clear them', () => {
  expect(dependence({ tiersMapped: 0 })).toMatchObject({ answer: 'unknown', from: 'unseen-below', suppliers: 3 });
  expect(dependence({ tiersMapped: null })).toMatchObject({ answer: 'unknown' });
});

test('without a lead nothing can leave, so that is not asked', () => {
  const { answers, derived, toAnswer } = answersFromItem({ ...spread, lead: 'no' });
  expect(answers.leak).toBe('no');
  expect(derived).toContainEqual({ question: 'leak', answer: 'no', from: 'no-lead' });
  expect(toAnswer).toEqual(['upheaval']);
});

test('what the team said is never overruled', () => {
  const { answers, derived } = answersFromItem({ ...spread, lead: 'no', leak: 'yes' });
  expect(answers).toMatchObject({ essential: 'yes', lead: 'no', leak: 'yes', upheaval: 'unknown' });
  expect(derived.map((entry) => entry.question)).toEqual(['dependent']);
});

test('what neither the figures nor the team said is left for the team', () => {
  expect(answersFromItem(spread).toAnswer).toEqual(['lead', 'leak', 'upheaval']);
});
