import { expect, test } from 'vitest';
import { aCaseTraits, anExposure, anItem } from '#testing/a-planned-team.ts';
import type { TeamExposure } from './exposure.ts';
import { type CaseTraits, likenessOf, pointsOf } from './relevance.ts';
import { usualWeights } from './weights.ts';

const nothing = anExposure([], { sector: null });
const likeness = (traits: CaseTraits, exposure: TeamExposure, text = 0) =>
  likenessOf(traits, exposure, text, usualWeights);
const points = (...of: Parameters<typeof likeness>) => pointsOf(likeness(...of).counts);
const kinds = (traits: CaseTraits, exposure: TeamExposure) =>
  likeness(traits, exposure).reasons.map((reason) => reason.kind);

test('a case that shares the input is told with what the item hangs on and where it comes from, the strongest first', () => {
  expect(kinds(aCaseTraits(), anExposure([anItem()]))).toEqual(['input', 'dependency', 'country', 'sector']);
});

test('a case that shares nothing is not alike', () => {
  expect(likeness(aCaseTraits(), nothing)).toEqual({ counts: [{ of: 'text', points: 0 }], reasons: [] });
});

test('goods of the same family are alike, but less than the same goods, and are said to be no more than that', () => {
  const akin = anExposure([anItem({ input: 'memory-chips' })], { sector: null });
  expect(kinds(aCaseTraits(), akin)).toEqual(['dependency', 'country', 'family']);
  expect(points(aCaseTraits(), akin)).toBeLessThan(points(aCaseTraits(), anExposure([anItem()], { sector: null })));
});

test('an item of another kind lends a case neither its supplier nor its country', () => {
  const gas = anItem({ name: 'Boiler gas', input: 'natural-gas', family: 'energy' });
  expect(kinds(aCaseTraits(), anExposure([gas], { sector: null }))).toEqual([]);
});

test('a country counts where the supply came from, not where it was missed', () => {
  const blockedElsewhere = aCaseTraits({ countries: ['EG', 'JP'], supply: ['EG'] });
  expect(kinds(blockedElsewhere, anExposure([anItem()]))).not.toContain('country');
  expect(likeness(blockedElsewhere, anExposure([anItem()])).reasons[0]).toMatchObject({ kind: 'input', origin: null });
});

test('a second supplier, or a tested alternative, is no single source', () => {
  expect(kinds(aCaseTraits(), anExposure([anItem({ suppliers: 2 })]))).not.toContain('dependency');
  expect(kinds(aCaseTraits(), anExposure([anItem({ alternative: 'tested' })]))).not.toContain('dependency');
});

test('figures that nobody gave say nothing', () => {
  const unsaid = anItem({ suppliers: null, share: null, origin: null, stockDays: null, recoveryDays: null });
  expect(kinds(aCaseTraits(), anExposure([unsaid], { sector: null }))).toEqual(['input']);
});

test('an item hangs on one country from four fifths on, and never on the country its team works in', () => {
  const story = aCaseTraits({ dependencies: ['single-country'] });
  const hangs = (share: number, home: string[]) =>
    likeness(story, anExposure([anItem({ share, suppliers: 3 })], { home })).reasons;
  expect(hangs(0.8, [])).toContainEqual(expect.objectContaining({ kind: 'dependency', hangsOn: 'one-country' }));
  expect(hangs(0.79, []).map((reason) => reason.kind)).not.toContain('dependency');
  expect(hangs(0.8, ['JP']).map((reason) => reason.kind)).not.toContain('dependency');
});

test('only a chain of which a team said that it knows nothing below its suppliers is unmapped', () => {
  const story = aCaseTraits({ dependencies: ['hidden-tier2'] });
  expect(kinds(story, anExposure([anItem({ tiersMapped: null })]))).not.toContain('dependency');
  expect(kinds(story, anExposure([anItem({ tiersMapped: 1 })]))).not.toContain('dependency');
  expect(kinds(story, anExposure([anItem({ tiersMapped: 0 })]))).toContain('dependency');
});

test('a country matters from half of an item on', () => {
  expect(kinds(aCaseTraits(), anExposure([anItem({ share: 0.5 })]))).toContain('country');
  expect(kinds(aCaseTraits(), anExposure([anItem({ share: 0.49 })]))).not.toContain('country');
});

test('a hazard of a place counts for a team with a site where it struck, a hazard of a trade does not', () => {
  const exposure = { ...nothing, sites: [{ name: 'Osaka plant', country: 'JP' }] };
  expect(kinds(aCaseTraits(), exposure)).toEqual(['hazard']);
  expect(kinds(aCaseTraits({ countries: ['JP', 'TH'], supply: ['TH'] }), exposure)).toEqual([]);
  expect(kinds(aCaseTraits({ hazards: ['cyber'] }), exposure)).toEqual([]);
});

test('of several items the one nearest to stopping is named, and one whose stock nobody knows last', () => {
  const { reasons } = likeness(
    aCaseTraits(),
    anExposure([
      anItem({ name: 'Airbag', stockDays: null }),
      anItem({ name: 'Radio', stockDays: 60 }),
      anItem({ name: 'Brake controller', stockDays: 5 }),
    ]),
  );
  expect(reasons[0]).toMatchObject({ kind: 'input', item: 'Brake controller' });
});

test('a profile that reads like a case is worth points and gives no reason', () => {
  expect(likeness(aCaseTraits(), nothing, 0.5)).toEqual({
    counts: [{ of: 'text', points: 0.5 * usualWeights.text }],
    reasons: [],
  });
});
