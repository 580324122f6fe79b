import { describe, expect, test } from 'vitest';
import { newsOfTests, type TestsAsTheyStand } from './news.ts';

const on = '2026-11-30';
const measure = { key: 'magnets', item: 'Oxide', owner: 'Group purchasing', by: '2026-12-31' };
const nothing: TestsAsTheyStand = { hasItems: true, underWay: [], dueOn: null, measures: [] };
const news = (some: Partial<TestsAsTheyStand>) => newsOfTests({ ...nothing, ...some }, on);

describe('what whoever answers for stress tests is told on a morning', () => {
  test('that there was never one, once teams have said what they depend on', () => {
    expect(news({})).toEqual([{ says: 'never' }]);
    expect(news({ hasItems: false })).toEqual([]);
  });

  test('nothing, while the last one holds and nothing is due', () => {
    expect(news({ dueOn: '2028-11-30' })).toEqual([]);
  });

  test.each([
    ['2027-05-29', [{ says: 'soon', dueOn: '2027-05-29', days: 180 }]],
    ['2027-05-30', []],
    ['2026-11-30', [{ says: 'soon', dueOn: '2026-11-30', days: 0 }]],
    ['2026-11-29', [{ says: 'overdue', dueOn: '2026-11-29', days: 1 }]],
  ])('due on %s', (dueOn, said) => {
    expect(news({ dueOn })).toEqual(said);
  });

  test('one that is under way, so that it is not forgotten half-done, and then not that another is due', () => {
    const begun = { key: 'infusions', title: 'Infusions', startedOn: '2026-11-18' };
    const said = { says: 'under-way', ...begun };
    expect(news({ underWay: [begun] })).toEqual([said]);
    expect(news({ underWay: [begun], dueOn: '2026-11-01' })).toEqual([said]);
  });

  test.each([
    ['2027-01-14', 'measure-soon', 45],
    ['2026-11-30', 'measure-soon', 0],
    ['2026-11-29', 'measure-past', 1],
    ['2026-10-31', 'measure-past', 30],
  ])('a measure that was promised for %s, from six weeks before until a month after', (by, says, days) => {
    expect(news({ dueOn: '2028-11-30', measures: [{ ...measure, by }] })).toEqual([{ says, ...measure, by, days }]);
  });

  test.each(['2027-01-15', '2026-10-30', ''])('no measure for %j', (by) => {
    expect(news({ dueOn: '2028-11-30', measures: [{ ...measure, by }] })).toEqual([]);
  });

  test('what comes first first', () => {
    const measures = ['2026-12-31', '2026-11-01'].map((by) => ({ ...measure, by }));
    expect(news({ dueOn: '2028-11-30', measures }).map(({ says }) => says)).toEqual(['measure-past', 'measure-soon']);
  });
});
