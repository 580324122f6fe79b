import { describe, expect, test } from 'vitest';
import { anItem } from '#testing/a-planned-team.ts';
import { itemsToSort } from '#testing/items-to-sort.ts';
import { designationOf } from './designation-tests.ts';
import { raises, raisesOfAutonomy, raisesOfIndispensability } from './raises.ts';

const magnets = anItem({ origin: 'CN', share: 0.82, essential: 'yes', cutOff: 'yes', specialNeed: 'yes' });

describe('the four tests of designation', () => {
  test('pass with four times yes, fail with one no, and stay open while one is not answered', () => {
    expect(designationOf(magnets)).toEqual({
      answers: { essential: 'yes', 'over-dependent': 'yes', 'cut-off': 'yes', 'special-need': 'yes' },
      passes: 'yes',
    });
    expect(designationOf({ ...magnets, specialNeed: 'unknown' }).passes).toBe('unknown');
    expect(designationOf({ ...magnets, specialNeed: 'unknown', cutOff: 'no' }).passes).toBe('no');
    expect(designationOf({ ...magnets, alternative: 'tested' }).answers['over-dependent']).toBe('no');
  });
});

describe('what would raise a score', () => {
  test('is a tested alternative first of all, and each with the points it brings', () => {
    expect(raisesOfAutonomy(magnets)[0]).toEqual({ what: 'tested-alternative', points: 30 });
    expect(raisesOfAutonomy({ ...magnets, suppliers: null }).map(({ what }) => what)).not.toContain('more-suppliers');
  });

  test('is guarding its five routes, or closing the leak, where a lead could leave', () => {
    const lead = { ...magnets, lead: 'yes', leak: 'yes' } as const;
    expect(raisesOfIndispensability(lead)).toEqual([
      { what: 'close-leak', points: 25 },
      { what: 'guard-routes', points: 20 },
    ]);
    expect(raisesOfIndispensability({ ...lead, leak: 'no' })).toEqual([]);
    expect(raisesOfIndispensability({ ...lead, lead: 'no' })).toEqual([]);
  });

  test.for(itemsToSort)('$item.name: nothing that raises one pillar is offered for the other', ({ item }) => {
    const [autonomy, indispensability]: readonly (readonly string[])[] = [raises.autonomy, raises.indispensability];
    for (const { what, points } of raisesOfAutonomy(item)) {
      expect(points).toBeGreaterThan(0);
      expect(autonomy).toContain(what);
    }
    for (const { what } of raisesOfIndispensability(item)) expect(indispensability).toContain(what);
  });
});
