import { expect, test } from 'vitest';
import { aCaseTraits, anExposure, anItem } from '#testing/a-planned-team.ts';
import type { TeamExposure } from './exposure.ts';
import { type CaseTraits, likenessOf } from './relevance.ts';
import { sharedKinds, usualWeights } from './weights.ts';

const nothing = anExposure([], { sector: null });
const likeness = (traits: CaseTraits, exposure: TeamExposure, role = 'buyer') =>
  likenessOf(traits, exposure, role, usualWeights);
const kinds = (traits: CaseTraits, exposure: TeamExposure, role = 'buyer') =>
  likeness(traits, exposure, role).reasons.map((reason) => reason.kind);

test('a case that shares input, dependency, country, sector and role is fully alike, the strongest reason first', () => {
  const { match, reasons } = likeness(aCaseTraits(), anExposure([anItem()]));
  expect(match).toBe(1);
  expect(reasons.map((reason) => reason.kind)).toEqual(['input', 'dependency', 'country', 'sector', 'role']);
});

test('a case that shares nothing is not alike', () => {
  expect(likeness(aCaseTraits(), nothing, 'hr')).toEqual({ match: 0, reasons: [] });
});

test('everything a case and a team can share is counted once, and likeness never exceeds one', () => {
  const story = aCaseTraits({ routes: ['suez'], systems: ['order-link'] });
  const exposure = anExposure([anItem()], {
    routes: ['suez'],
    systems: ['order-link'],
    sites: [{ name: 'Osaka plant', country: 'JP' }],
  });
  const { match, reasons } = likeness(story, exposure);
  expect(reasons.map((reason) => reason.kind).toSorted()).toEqual([...sharedKinds].toSorted());
  expect(match).toBe(1);
});

test('a second supplier, or a tested alternative, is no single source', () => {
  expect(kinds(aCaseTraits(), anExposure([anItem({ suppliers: 2 })]))).not.toContain('dependency');
  expect(kinds(aCaseTraits(), anExposure([anItem({ alternative: 'tested' })]))).not.toContain('dependency');
});

test('an item hangs on one country from four fifths on', () => {
  const story = aCaseTraits({ dependencies: ['single-country'] });
  const hangs = (share: number) => likeness(story, anExposure([anItem({ share, suppliers: 3 })])).reasons;
  expect(hangs(0.8)).toContainEqual(expect.objectContaining({ kind: 'dependency', hangsOn: 'one-country' }));
  expect(hangs(0.79).map((reason) => reason.kind)).not.toContain('dependency');
});

test('a chain nobody spoke of is not taken for one nobody knows', () => {
  const story = aCaseTraits({ dependencies: ['hidden-tier2'] });
  expect(kinds(story, anExposure([anItem({ tiersMapped: null })]))).not.toContain('dependency');
  expect(kinds(story, anExposure([anItem({ tiersMapped: 2 })]))).not.toContain('dependency');
  expect(kinds(story, anExposure([anItem({ tiersMapped: 1 })]))).toContain('dependency');
});

test('a country matters from half of an item on', () => {
  expect(kinds(aCaseTraits(), anExposure([anItem({ share: 0.5 })]))).toContain('country');
  expect(kinds(aCaseTraits(), anExposure([anItem({ share: 0.49 })]))).not.toContain('country');
});

test('a hazard of a place counts for a team with a site in that country, a hazard of a trade does not', () => {
  const exposure = { ...nothing, sites: [{ name: 'Osaka plant', country: 'JP' }] };
  expect(kinds(aCaseTraits(), exposure, 'hr')).toEqual(['hazard']);
  expect(kinds(aCaseTraits({ hazards: ['cyber'] }), exposure, 'hr')).toEqual([]);
});

test('of several items the one nearest to stopping is named', () => {
  const { reasons } = likeness(
    aCaseTraits(),
    anExposure([anItem({ name: 'Radio', stockDays: 60 }), anItem({ name: 'Brake controller', stockDays: 5 })]),
  );
  expect(reasons[0]).toMatchObject({ kind: 'input', item: 'Brake controller' });
});

test('a changed weight changes the likeness', () => {
  const weights = { ...usualWeights, points: { ...usualWeights.points, input: 0 } };
  expect(likenessOf(aCaseTraits(), anExposure([anItem()]), 'buyer', weights).match).toBeCloseTo(6 / 9);
});
