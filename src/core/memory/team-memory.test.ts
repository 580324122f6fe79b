import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singleKeeperRisk } from './keepers.ts';
import { enoughOf, filledPlaces, needOfEach, recallCounts, teamMemory } from './team-memory.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
/** Some faults need a team of one, or one that knows nothing for certain; with a hundred runs a seed in twenty drew none. */
const often = { numRuns: 3000 };

const teams = fc.array(chance, { maxLength: 8 });
const enough = fc.integer({ min: 1, max: 4 });

/** The same distribution by counting every one of the 2^n ways in which people recall or do not. */
function byEnumeration(chances: readonly number[], most: number): number[] {
  const counts = new Array<number>(most + 1).fill(0);
  for (let way = 0; way < 2 ** chances.length; way += 1) {
    const recalls = chances.map((_, person) => Math.floor(way / 2 ** person) % 2 === 1);
    const likelihood = chances.reduce((product, value, person) => product * (recalls[person] ? value : 1 - value), 1);
    const place = Math.min(most, recalls.filter(Boolean).length);
    counts[place] = (counts[place] ?? 0) + likelihood;
  }
  return counts;
}

test('the chances of how many recall sum to one', () => {
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 40 }), enough, (chances, most) => {
      expect(recallCounts(chances, most).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
    }),
    often,
  );
});

test('the chances agree with counting every way in which up to eight people recall', () => {
  fc.assert(
    fc.property(teams, enough, (chances, most) => {
      const counted = recallCounts(chances, most);
      expect(counted).toHaveLength(most + 1);
      for (const [place, value] of byEnumeration(chances, most).entries())
        expect(counted[place]).toBeCloseTo(value, 10);
    }),
    often,
  );
});

test('one more person never lowers the filled places', () => {
  fc.assert(
    fc.property(teams, chance, enough, (chances, newcomer, places) => {
      expect(filledPlaces([...chances, newcomer], places)).toBeGreaterThanOrEqual(
        filledPlaces(chances, places) - 1e-12,
      );
    }),
    often,
  );
});

test('a person adds no more to a larger team than to a smaller one', () => {
  fc.assert(
    fc.property(teams, chance, chance, enough, (chances, colleague, newcomer, places) => {
      const gain = (before: readonly number[]) =>
        filledPlaces([...before, newcomer], places) - filledPlaces(before, places);
      expect(gain([...chances, colleague])).toBeLessThanOrEqual(gain(chances) + 1e-12);
    }),
    often,
  );
});

test('a team remembers for certain when two do, and not at all while one is alone', () => {
  expect(teamMemory([1, 1, 0], 2)).toBe(1);
  expect(teamMemory([1, 0], 2)).toBe(0);
  expect(filledPlaces([1, 0], 2)).toBe(0.5);
  expect(teamMemory([0.5, 0.5], 2)).toBe(0.25);
});

test('a team of one remembers what its one member does, and two are enough of any larger one', () => {
  expect([0, 1, 2, 3, 40].map(enoughOf)).toEqual([1, 1, 2, 2, 2]);
  fc.assert(
    fc.property(chance, (own) => {
      expect(teamMemory([own], enoughOf(1))).toBeCloseTo(own, 12);
      expect(filledPlaces([own], enoughOf(1))).toBeCloseTo(own, 12);
    }),
    often,
  );
});

test('a team of any size that recalls for certain remembers for certain', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (people) => {
      const certain = Array.from({ length: people }, () => 1);
      expect(teamMemory(certain, enoughOf(people))).toBe(1);
      expect(filledPlaces(certain, enoughOf(people))).toBe(1);
    }),
  );
});

test('what a person adds to the filled places is their need times their rise, exactly', () => {
  const teams = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      teams,
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (chances, pick, raised, enough) => {
        const index = pick % chances.length;
        const need = needOfEach(chances, enough)[index] ?? 0;
        const rise = raised - (chances[index] ?? 0);
        const after = filledPlaces(chances.with(index, raised), enough);
        expect(after - filledPlaces(chances, enough)).toBeCloseTo(need * rise, 9);
      },
    ),
    often,
  );
});

test('a plain "at least two" gives the first learner nothing; the filled places do, and that is why they are used', () => {
  expect(teamMemory([0.9, 0, 0], 2)).toBe(0);
  expect(filledPlaces([0.9, 0, 0], 2)).toBeCloseTo(0.45);
});

test('a lesson hangs on one person when one knows it and the others do not', () => {
  expect(singleKeeperRisk([0.9, 0, 0])).toBeCloseTo(0.9);
  expect(singleKeeperRisk([1, 1, 0])).toBe(0);
  expect(singleKeeperRisk([])).toBe(0);
});
