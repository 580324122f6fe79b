import { seededRandom } from '../../demo/seeded-random.ts';

export type Dice = {
  /** A whole number from 0 to below `count`. */
  below: (count: number) => number;
  /** Whether something happens that does so with this chance. */
  happens: (chance: number) => boolean;
  one: <T>(options: readonly [T, ...T[]]) => T;
  /** So many of what `make` makes, from none to `most`. */
  some: <T>(most: number, make: () => T) => T[];
};

/** Throws that are the same for the same seed. */
export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    happens: (chance) => random() < chance,
    one: (options) => options[below(options.length)] ?? options[0],
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
