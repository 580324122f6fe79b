import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternatives, type ExposureItem, mostTiers, notAsked } from './exposure.ts';
import { answers, type FiveAnswers } from './five-questions.ts';
import { leakRoutes } from './leak-routes.ts';
import { autonomyOf, indispensabilityOf, type PillarScore, pillarPoints } from './pillar-scores.ts';

/** An item of which everything is known. */
const items = fc.record({
  name: fc.constant('Part'),
  input: fc.constant('magnets'),
  family: fc.constant('metal'),
  origin: fc.constantFrom('CN', 'JP'),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  suppliers: fc.nat({ max: 6 }),
  tiersMapped: fc.option(fc.nat({ max: mostTiers })),
  stockDays: fc.nat({ max: 400 }),
  recoveryDays: fc.nat({ max: 400 }),
  alternative: fc.constantFrom(...alternatives),
  essential: fc.constantFrom(...answers),
  lead: fc.constantFrom(...answers),
  leak: fc.constantFrom(...answers),
  upheaval: fc.constantFrom(...answers),
  testedOn: fc.constant(null),
  revenueShare: fc.constant(null),
  leakControls: fc.option(fc.subarray([...leakRoutes])),
  cutOff: fc.constantFrom(...answers),
  specialNeed: fc.constantFrom(...answers),
});
const threats = { essential: 'yes', dependent: 'yes', lead: 'yes', leak: 'yes', upheaval: 'yes' } as const;

type KnownItem = typeof items extends fc.Arbitrary<infer Item> ? Item : never;

const autonomy = (item: ExposureItem) => autonomyOf(item).score ?? Number.NaN;
const indispensability = (given: Partial<FiveAnswers>) => indispensabilityOf({ ...threats, ...given }, null).score;

/** Nothing that is done for an item may lower its autonomy. */
const improvements = {
  'one more supplier': (item: KnownItem) => ({ suppliers: item.suppliers + 1 }),
  'a better alternative': (item: KnownItem) => ({
    alternative: alternatives[alternatives.indexOf(item.alternative) + 1] ?? item.alternative,
  }),
  'a smaller share of the first country': (item: KnownItem) => ({ share: item.share / 2 }),
  'ten more days of stock': (item: KnownItem) => ({ stockDays: item.stockDays + 10 }),
  'a recovery ten days shorter': (item: KnownItem) => ({ recoveryDays: Math.max(0, item.recoveryDays - 10) }),
  'one more tier that is mapped': (item: KnownItem) => ({
    tiersMapped: item.tiersMapped === null ? null : Math.min(mostTiers, item.tiersMapped + 1),
  }),
} satisfies Record<string, (item: KnownItem) => Partial<ExposureItem>>;

test.for(Object.entries(improvements))('%s never lowers autonomy', ([, improve]) => {
  fc.assert(
    fc.property(items, (item) => {
      expect(autonomy({ ...item, ...improve(item) })).toBeGreaterThanOrEqual(autonomy(item));
    }),
  );
});

test('a tested second source raises autonomy and leaves indispensability; guarding a lead does the reverse', () => {
  const item = { share: 0.8, suppliers: 1, tiersMapped: 1, stockDays: 10, recoveryDays: 90 } as const;
  const part = {
    ...item,
    name: 'Part',
    input: 'magnets',
    family: 'metal',
    origin: 'CN',
    alternative: 'none',
    ...notAsked,
    ...threats,
  } as const;
  expect(autonomy({ ...part, suppliers: 2, alternative: 'tested' }) - autonomy(part)).toBe(40);
  expect(indispensability({ leak: 'no' })).toBe(85);
  expect(indispensability({})).toBe(60);
  expect(autonomy({ ...part, leak: 'no' })).toBe(autonomy(part));
});

test('each route that is guarded makes a lead that could leave count for more, and touches autonomy never', () => {
  fc.assert(
    fc.property(items, fc.constantFrom(...leakRoutes), (item, route) => {
      const before = item.leakControls ?? [];
      const guarded = { ...item, leakControls: leakRoutes.filter((one) => one === route || before.includes(one)) };
      const scoreWith = ({ leakControls }: KnownItem) =>
        indispensabilityOf({ ...item, dependent: 'yes', lead: 'yes', leak: 'yes' }, leakControls).low;
      expect(autonomyOf(guarded)).toEqual(autonomyOf(item));
      if (before.includes(route)) expect(scoreWith(guarded)).toBe(scoreWith(item));
      else expect(scoreWith(guarded)).toBeGreaterThan(scoreWith(item));
    }),
  );
});

test('a tested alternative raises autonomy, and touches indispensability never', () => {
  fc.assert(
    fc.property(items, (item) => {
      const tested = { ...item, alternative: 'tested' as const, testedOn: '2026-10-01' };
      expect(autonomy(tested)).toBeGreaterThanOrEqual(autonomy(item));
      if (item.alternative !== 'tested') expect(autonomyOf(tested).low).toBeGreaterThan(autonomyOf(item).low);
      const others = (one: KnownItem) => indispensabilityOf({ ...one, dependent: 'yes' }, one.leakControls);
      expect(others({ ...tested, testedOn: null })).toEqual(others(item));
    }),
  );
});

test('every route guarded is not quite as good as a lead that cannot leave', () => {
  const all = indispensabilityOf(threats, leakRoutes);
  expect([indispensabilityOf(threats, []).score, all.score, indispensability({ leak: 'no' })]).toEqual([60, 80, 85]);
});

test('the ends are plain: one country and one supplier with nothing else is 0, and everything done is 100', () => {
  const [worst, best] = [
    { share: 1, suppliers: 1, tiersMapped: 0, stockDays: 0, recoveryDays: 90, alternative: 'none' },
    { share: 0.3, suppliers: 3, tiersMapped: 3, stockDays: 90, recoveryDays: 90, alternative: 'tested' },
  ] as const;
  const part = { name: 'Part', input: 'magnets', family: 'metal', origin: 'CN', ...notAsked, ...threats } as const;
  expect(autonomy({ ...part, ...worst })).toBe(0);
  expect(autonomy({ ...part, ...best })).toBe(100);
  expect(indispensability({ leak: 'no', upheaval: 'no' })).toBe(100);
});

test('without a lead there is no indispensability, and that is certain', () => {
  expect(indispensabilityOf({ ...threats, lead: 'no', leak: 'unknown' }, null)).toMatchObject({ score: 0, known: 1 });
});

test('while nobody knows whether there is a lead, nothing is known, whatever else was said', () => {
  const unknown = indispensabilityOf({ ...threats, lead: 'unknown', leak: 'no', upheaval: 'no' }, null);
  expect(unknown).toMatchObject({ score: null, known: 0, low: 0, high: 100 });
});

test('an unknown answer lowers how much is known and not the score', () => {
  const given = { ...threats, upheaval: 'no', leak: 'no' } as const;
  expect(indispensabilityOf(given, null)).toMatchObject({ score: 100, known: 1 });
  expect(indispensabilityOf({ ...given, leak: 'unknown' }, null)).toMatchObject({ score: 100, known: 0.75, low: 75 });
});

test('whatever an unknown tier turns out to be, the score was inside the range it gave', () => {
  fc.assert(
    fc.property(items, fc.nat({ max: mostTiers }), (item, tiersMapped) => {
      const unknown = autonomyOf({ ...item, tiersMapped: null });
      const known = autonomyOf({ ...item, tiersMapped });
      expect(known.score).toBeGreaterThanOrEqual(unknown.low);
      expect(known.score).toBeLessThanOrEqual(unknown.high);
      expectInside(unknown);
      expect(unknown.known).toBeCloseTo(0.9);
    }),
  );
});

test('the points of the reasons add up to the low end, and to the score itself once everything is known', () => {
  fc.assert(
    fc.property(items, (item) => {
      for (const pillar of [autonomyOf(item), indispensabilityOf({ ...item, dependent: 'yes' }, item.leakControls)]) {
        const sum = pillar.reasons.reduce((points, reason) => points + (reason.points ?? 0), 0);
        expect(sum).toBe(pillar.low);
        if (pillar.known === 1) expect(pillar.score).toBe(sum);
        expectInside(pillar);
      }
    }),
  );
});

test('each pillar has a hundred points to give', () => {
  for (const points of Object.values(pillarPoints))
    expect(Object.values(points).reduce((sum, of) => sum + of, 0)).toBe(100);
});

function expectInside({ score, low, high }: PillarScore<unknown>): void {
  expect(low).toBeGreaterThanOrEqual(0);
  expect(high).toBeLessThanOrEqual(100);
  if (score === null) return;
  expect(score).toBeGreaterThanOrEqual(low);
  expect(score).toBeLessThanOrEqual(high);
}
