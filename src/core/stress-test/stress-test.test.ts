import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anItem } from '#testing/a-planned-team.ts';
import { clockOn, dueAfter } from './due.ts';
import { findingsOf, suggestedVerdict } from './findings.ts';
import { lackingIn } from './lacking.ts';
import { prefilled } from './prefilled.ts';
import { assumedIn } from './report.ts';
import { type ItemSteps, nothingOnBoard } from './steps.ts';

const magnets = anItem({
  name: 'Magnets',
  origin: 'CN',
  share: 0.82,
  essential: 'yes',
  stockDays: 35,
  recoveryDays: 300,
});
const board = { position: 'Magnets would stop us.', decision: 'Pay for a second source.', prepared: 'Purchasing' };
const said = (traits: Partial<ItemSteps>): ItemSteps => ({ ...prefilled(magnets), ...traits });
const mapped = { mined: 'CN', processed: 'CN', recycled: '', answered: 'yes', source: '' } as const;
const open = (steps: ItemSteps) =>
  lackingIn([{ place: 1, said: steps }], board).map(({ step, field }) => `${step}.${field}`);

describe('the clock of a stress test', () => {
  test('runs for three years, and from a leap day to the last of February', () => {
    expect(dueAfter('2025-11-20')).toBe('2028-11-20');
    expect(dueAfter('2024-02-29')).toBe('2027-02-28');
  });

  test('is spoken of half a year ahead, and says how late it is', () => {
    expect(clockOn('2028-11-20', '2026-11-30')).toMatchObject({ state: 'running' });
    expect(clockOn('2028-11-20', '2028-06-01')).toEqual({ state: 'soon', days: 172 });
    expect(clockOn('2028-11-20', '2028-11-20')).toEqual({ state: 'soon', days: 0 });
    expect(clockOn('2028-11-20', '2028-11-21')).toEqual({ state: 'overdue', days: 1 });
  });

  test('never comes nearer than it is, whatever the day', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10);
        const { days } = clockOn(dueAfter(on), on);
        expect(days).toBeGreaterThanOrEqual(1095);
        expect(days).toBeLessThanOrEqual(1096);
      }),
    );
  });
});

describe('what the exposure says before anybody types', () => {
  test('is the country, the days without, and that no alternative was ever tested', () => {
    expect(findingsOf(magnets)).toContainEqual({ finding: 'one-country', country: 'CN', share: 0.82 });
    expect(findingsOf(magnets)).toContainEqual({ finding: 'stock-short', days: 265 });
    expect(findingsOf(magnets)).toContainEqual({ finding: 'never-tested' });
    expect(prefilled(magnets)).toMatchObject({
      map: { processed: 'CN', answered: '' },
      vulnerability: { verdict: 'significant' },
      mitigate: { which: ['diversify', 'stock'] },
    });
  });

  test('suggests nothing where a figure is missing: not known is never safe', () => {
    expect(suggestedVerdict({ ...magnets, stockDays: null })).toBeNull();
    expect(suggestedVerdict({ ...magnets, essential: 'unknown' })).toBeNull();
    expect(suggestedVerdict({ ...magnets, alternative: 'tested' })).toBe('not-significant');
    expect(findingsOf({ ...magnets, share: null })).toContainEqual({ finding: 'unknown', what: 'share' });
  });
});

describe('a stress test is finished only', () => {
  test('with a public source where the supplier did not answer, which the report then names', () => {
    const silent = said({ map: { ...mapped, answered: 'no' } });
    expect(open(silent)).toContain('map.source');
    const sourced = said({ map: { ...mapped, answered: 'no', source: 'Trade statistics 2025' } });
    expect(open(sourced)).not.toContain('map.source');
    const items = [{ place: 1, team: null, item: magnets, said: sourced }];
    expect(assumedIn({ items })).toEqual([{ name: 'Magnets', asked: true, source: 'Trade statistics 2025' }]);
  });

  test('with an owner, a day, a cost and what it opens for each significant item; accepting it takes a reason instead', () => {
    const begun = said({ map: mapped, factors: { which: ['export-control'], why: '' } });
    expect(open(begun)).toEqual(['mitigate.owner', 'mitigate.by', 'mitigate.cost', 'mitigate.opportunity']);
    const accepting = (what: string) => said({ ...begun, mitigate: { ...begun.mitigate, which: ['accept'], what } });
    expect(open(accepting(''))).toEqual(['mitigate.what']);
    expect(open(accepting('The product ends in 2027.'))).toEqual([]);
    const harmless = said({ ...begun, vulnerability: { verdict: 'not-significant', why: '' } });
    expect(open(harmless)).toEqual([]);
  });

  test('with what goes to the board', () => {
    expect(lackingIn([], nothingOnBoard).map(({ field }) => field)).toEqual(['position', 'decision', 'prepared']);
  });
});
