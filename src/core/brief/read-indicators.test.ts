import { expect, test } from 'vitest';
import { aBriefItem, someBriefFacts } from '#testing/some-brief-facts.ts';
import type { BriefFacts } from './facts.ts';
import { type IndicatorId, indicatorIds, indicators } from './indicator-list.ts';
import { readIndicators, usualThresholds } from './read-indicators.ts';

const read = (facts: Partial<BriefFacts>, id: IndicatorId) => {
  const found = readIndicators(someBriefFacts(facts), usualThresholds).find((entry) => entry.id === id);
  if (!found) throw new Error(id);
  return found;
};
const short = (facts: Partial<BriefFacts>, id: IndicatorId) => {
  const { value, status } = read(facts, id);
  return [value, status];
};
const items = (...traits: Parameters<typeof aBriefItem>) => traits.map((one) => aBriefItem(one));

test('of a house that has said nothing every indicator is missing, none is zero, and each says what would make it', () => {
  const readings = readIndicators(someBriefFacts(), usualThresholds);
  expect(readings.map(({ id }) => id)).toEqual(indicatorIds);
  for (const { id, value, status, lacking } of readings) {
    expect([value, status], id).toEqual([null, 'missing']);
    expect(lacking, id).not.toEqual([]);
  }
});

test('1: one of the two critical items whose suppliers are counted has one; what is not critical does not count', () => {
  const some = [
    aBriefItem({ name: 'A', suppliers: 1 }),
    aBriefItem({ name: 'B', suppliers: 3 }),
    aBriefItem({ name: 'C', suppliers: null }),
    aBriefItem({ name: 'D', suppliers: 1, essential: 'no' }),
    aBriefItem({ name: 'E', suppliers: 1, essential: 'unknown' }),
  ];
  const { value, status, inputs, lacking } = read({ items: some }, 'single-source');
  expect([value, status]).toEqual([0.5, 'red']);
  expect(inputs.map(({ name }) => name)).toEqual(['A', 'B']);
  expect(lacking).toEqual([
    { what: 'essential', names: ['E'] },
    { what: 'suppliers', names: ['C'] },
  ]);
});

test('2: from 60 to 70 % an item turns the indicator red and moves up', () => {
  const other = aBriefItem({ name: 'Oxide', share: 0.62 });
  const before = read({ items: [aBriefItem({ share: 0.6 }), other] }, 'top-country');
  expect([before.value, before.status]).toEqual([0.62, 'amber']);
  expect(before.inputs.map(({ name }) => name)).toEqual(['Oxide', 'Magnets']);
  const after = read({ items: [aBriefItem({ share: 0.7 }), other] }, 'top-country');
  expect([after.value, after.status]).toEqual([0.7, 'red']);
  expect(after.inputs.map(({ name }) => name)).toEqual(['Magnets', 'Oxide']);
});

test('2: what comes from where the team itself works is no dependence on a third country, and 65 % is still within the cap', () => {
  const some = [aBriefItem({ name: 'At home', origin: 'JP', share: 1 }), aBriefItem({ name: 'Abroad', share: 0.65 })];
  expect(short({ items: some }, 'top-country')).toEqual([0.65, 'amber']);
});

test('3: sales that rest on items red in 2 or 4 are summed, and stop at all of them', () => {
  const some = [
    aBriefItem({ name: 'Share', share: 0.9, revenueShare: 0.3 }),
    aBriefItem({ name: 'Cover', stockDays: 10, recoveryDays: 60, revenueShare: 0.2 }),
    aBriefItem({ name: 'Neither', revenueShare: 0.4 }),
    aBriefItem({ name: 'Silent', share: 0.8 }),
  ];
  const { value, status, lacking } = read({ items: some }, 'red-revenue');
  expect([value, status]).toEqual([0.5, 'unset']);
  expect(lacking).toEqual([{ what: 'revenue', names: ['Silent'] }]);
  const twice = some.map((item) => ({ ...item, share: 0.9, revenueShare: 0.6 }));
  expect(short({ items: twice }, 'red-revenue')).toEqual([1, 'unset']);
});

test('3: where the shares come to more than all sales, their sum stands beside the figure, and nothing does where they do not', () => {
  const twice = [0.9, 0.8].map((revenueShare) => aBriefItem({ name: `${revenueShare}`, share: 0.9, revenueShare }));
  const { value, beside } = read({ items: twice }, 'red-revenue');
  expect(value).toBe(1);
  expect(beside).toBeCloseTo(1.7);
  expect(read({ items: twice.slice(0, 1) }, 'red-revenue').beside).toBeNull();
});

test('3: of red items of which nobody says the sales, the sum is missing and not nothing', () => {
  expect(short({ items: [aBriefItem({ share: 0.9 })] }, 'red-revenue')).toEqual([null, 'missing']);
  expect(short({ items: [aBriefItem({ share: 0.1, stockDays: 90 })] }, 'red-revenue')).toEqual([0, 'unset']);
});

test('4: the worst item counts; at 30 days short it is amber, and red beyond', () => {
  const some = [aBriefItem({ stockDays: 90, recoveryDays: 20 }), aBriefItem({ stockDays: 10, recoveryDays: 40 })];
  expect(short({ items: some }, 'cover')).toEqual([-30, 'amber']);
  expect(short({ items: [...some, aBriefItem({ stockDays: 2, recoveryDays: 40 })] }, 'cover')).toEqual([-38, 'red']);
});

test('5: one of four critical items is known below its supplier', () => {
  const some = [2, 0, 0, 0].map((tiersMapped) => aBriefItem({ tiersMapped }));
  expect(short({ items: some }, 'tiers')).toEqual([0.25, 'red']);
});

test('6: a test counts for 24 months, and one without its day is lacking', () => {
  const some = [
    aBriefItem({ name: 'Fresh', alternative: 'tested', testedOn: '2024-11-30' }),
    aBriefItem({ name: 'Stale', alternative: 'tested', testedOn: '2024-11-29' }),
    aBriefItem({ name: 'Undated', alternative: 'tested' }),
    aBriefItem({ name: 'Known' }),
  ];
  const { value, lacking } = read({ items: some }, 'alternative');
  expect(value).toBeCloseTo(1 / 3);
  expect(lacking).toEqual([{ what: 'tested-on', names: ['Undated'] }]);
});

test.each([
  ['2025-11-30', 12, 'good'],
  ['2025-10-30', 13, 'amber'],
  ['2023-11-30', 36, 'amber'],
  ['2023-10-30', 37, 'red'],
])('7: a stress test finished on %s is %i months old', (finishedOn, months, status) => {
  expect(short({ stressTest: { finishedOn, dueOn: '2027-01-01' } }, 'stress-test')).toEqual([months, status]);
});

test('8: a scenario counts with its owner and its trigger', () => {
  const scenario = {
    name: 'Licence',
    trigger: 'A draft rule',
    owner: 'Head of purchasing',
    daysToLoss: 35,
    lossBand: null,
    rehearsedOn: null,
  };
  const some = [scenario, { ...scenario, owner: null }, { ...scenario, trigger: null }, scenario];
  expect(short({ scenarios: some }, 'scenarios')).toEqual([0.5, 'amber']);
});

test('9: five routes for each item in which we lead', () => {
  const some = [
    aBriefItem({ lead: 'yes', leakControls: 5 }),
    aBriefItem({ lead: 'yes', leakControls: 1 }),
    aBriefItem({ lead: 'no', leakControls: 5 }),
    aBriefItem({ name: 'Silent', lead: 'yes' }),
  ];
  const { value, status, lacking } = read({ items: some }, 'leak-controls');
  expect([value, status]).toEqual([0.6, 'amber']);
  expect(lacking).toEqual([{ what: 'leak-controls', names: ['Silent'] }]);
});

test('10: one programme of four is used', () => {
  expect(short({ support: { taken: ['a'], eligible: ['a', 'b', 'c', 'd'] } }, 'support')).toEqual([0.25, 'unset']);
});

test('11: the case with the fewest witnesses counts, among people whose year is known', () => {
  const facts = {
    joined: [
      { year: 1995, people: 2 },
      { year: 2015, people: 8 },
      { year: 2024, people: 10 },
      { year: null, people: 7 },
    ],
    nearest: [
      { caseId: 'fire', startedOn: '1997-02-01' },
      { caseId: 'flood', startedOn: '2016-04' },
    ],
  };
  const { value, status, inputs, lacking } = read(facts, 'witnesses');
  expect([value, status]).toEqual([0.1, 'amber']);
  expect(inputs.map(({ name, value: there, of }) => [name, there, of])).toEqual([
    ['fire', 2, 20],
    ['flood', 10, 20],
  ]);
  expect(lacking).toEqual([{ what: 'joined', names: [] }]);
});

test('12: the longest quiet of any team over any risk counts; one never met counts from the day the team came', () => {
  const rehearsals = [
    { lessonId: 'stock', team: 'Motors', lastOn: '2026-11-20', sinceOn: '2026-01-01' },
    { lessonId: 'maker', team: 'Motors', lastOn: null, sinceOn: '2026-08-22' },
  ];
  const { value, status, inputs } = read({ rehearsals }, 'quiet');
  expect([value, status]).toEqual([100, 'amber']);
  expect(inputs.map(({ name }) => name)).toEqual(['maker', 'stock']);
});

test('13: mails left unanswered turn a good recall amber', () => {
  const counts = { asked: 10, recalled: 8, sent: 100, answered: 50 };
  expect(read({ recall: counts }, 'recall')).toMatchObject({ value: 0.8, beside: 0.5, status: 'amber' });
  expect(short({ recall: { ...counts, asked: 0, recalled: 0 } }, 'recall')).toEqual([null, 'missing']);
});

test('14: one safeguard dropped is amber, three are red, none in a register is in order', () => {
  const dropped = (count: number) =>
    Array.from({ length: count }, () => ({ title: 'Stock', caseId: 'fire', reasonRead: true }));
  const counts = (count: number) => ({ safeguards: { kept: 4, overdue: 0, dropped: dropped(count) } });
  expect(short(counts(0), 'safeguards')).toEqual([0, 'good']);
  expect(short(counts(1), 'safeguards')).toEqual([1, 'amber']);
  expect(short(counts(3), 'safeguards')).toEqual([3, 'red']);
});

test('of a house that leads in nothing, needs nothing or buys at home, that is said, and not taken for missing data', () => {
  const calm = [aBriefItem({ essential: 'no' })];
  for (const id of ['single-source', 'top-country', 'cover', 'tiers', 'alternative'] as const)
    expect(read({ items: calm }, id), id).toMatchObject({ value: null, lacking: [{ what: 'no-critical' }] });
  expect(read({ items: calm }, 'leak-controls').lacking).toEqual([{ what: 'no-lead', names: [] }]);
  expect(short({ items: [aBriefItem({ origin: 'JP', share: 1 })] }, 'top-country')).toEqual([0, 'good']);
});

test('red lies beyond amber in each of the usual thresholds', () => {
  for (const { amber, red, worse } of indicators)
    if (amber !== null && red !== null) expect(worse === 'below' ? red < amber : red > amber).toBe(true);
});

test('what is known of some items is not taken for what is known of all', () => {
  expect(read({ items: items({ share: null }) }, 'top-country').status).toBe('missing');
});
