import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { itemStanding } from '#server/desk/item-standing.ts';
import { itemsToSort } from '#testing/items-to-sort.ts';
import { standingWords } from './standing-words.ts';

const standingOf = (name: string) => {
  const found = itemsToSort.find(({ item }) => item.name === name);
  if (!found) throw new Error(`no item ${name}`);
  return itemStanding(found.item);
};
const verdictsOf = (name: string) => {
  const standing = standingOf(name);
  return standing.colour.verdicts.map((verdict) => standingWords('en').verdict(verdict, standing));
};

test('a colour is told with the figures it came from', () => {
  expect(verdictsOf('Traction motor magnets')[0]).toBe(
    'Green. Our line or our customers stop without it. 82\u00a0% of it comes from China, and no alternative is tested.',
  );
});

test('a colour that does not hold is told by the answer that stood against it, and an open one by the answer it lacks', () => {
  expect(verdictsOf('Motor controller boards')[0]).toBe('Not green. A tested alternative stands ready.');
  expect(verdictsOf('Two chip makers, one foundry?')[0]).toBe(
    'Green is open. It has 2 suppliers, but nobody has looked below them: they may share one maker.',
  );
});

test('without a lead, guarding it is told as nothing to guard; while nobody knows, as waiting', () => {
  const say = standingWords('en').indispensability;
  const [, leak] = standingOf('Motor controller boards').indispensability.reasons;
  const [, waiting] = standingOf('Neon that nobody was asked about').indispensability.reasons;
  expect(leak && say(leak)).toBe('No lead to guard');
  expect(waiting && say(waiting)).toBe('Whether it is guarded counts once a lead is known');
});

test('a lead that could leave is told with how many of the routes are guarded', () => {
  const { item } = standingOf('Hydrogen fluoride, our purity');
  const [, leak] = itemStanding({ ...item, leakControls: ['employee'] }).indispensability.reasons;
  expect(leak && standingWords('en').indispensability(leak)).toBe(
    'It could still leave us; 1 of 5 leakage routes are guarded',
  );
});

test.for(languages)('every item is told in whole sentences (%s)', (language) => {
  const say = standingWords(language);
  for (const { item } of itemsToSort) {
    const standing = itemStanding(item);
    const { colour, autonomy, indispensability } = standing;
    const verdicts = colour.verdicts.map((verdict) => say.verdict(verdict, standing));
    for (const sentence of verdicts) expect(sentence).toMatch(language === 'ja' ? /。$/ : /\.$/);
    const reasons = [...autonomy.reasons.map(say.autonomy), ...indispensability.reasons.map(say.indispensability)];
    expect(reasons.filter((reason) => reason === '' || /undefined|null|NaN/.test(reason))).toEqual([]);
    expect(reasons).toHaveLength(8);
  }
});
