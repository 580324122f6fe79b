import { expect, test } from 'vitest';
import { optionFeatures } from './option-features.ts';

const options = ['Wait; the plant runs, so nothing is lost', 'Ask 2 makers', 'Sign the contract for one year'];

test('an option is seen as its words, its opening, its marks and its length beside the others', () => {
  expect(optionFeatures(options, 0)).toEqual(
    expect.arrayContaining(['word plant', 'opens wait', 'mark ;', 'mark ,', 'gives a reason', 'rank longest']),
  );
  expect(optionFeatures(options, 1)).toEqual(expect.arrayContaining(['word makers', 'a figure', 'rank shortest']));
  expect(optionFeatures(options, 2)).toEqual(expect.arrayContaining(['opens sign', 'rank 2 of 3', 'no figure']));
});

test('a word counts once, however often an option says it, and in any case', () => {
  const features = optionFeatures(['Ask, ask and ask'], 0);
  expect(features.filter((feature) => feature === 'word ask')).toHaveLength(1);
});
