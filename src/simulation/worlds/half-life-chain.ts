import { type Chain, chainOf, type StateRule, type Target, unmet } from '#core/memory/chain/chain.ts';
import { aWeekAfterReading, aWeekLater, elapsedWeeks } from '#core/memory/chain/elapsed-weeks.ts';
import { placeOn, ratioGrid, rounded } from '#core/memory/chain/grid.ts';

const halfLives = ratioGrid(7, 3000, 40);

/** Days of half-life after the first answer, and by what an answer multiplies it. */
const first = { right: 28, wrong: 14 } as const;
const factor = { right: 2, wrong: 0.75 } as const;

/**
 * Half-life regression (Settles & Meeder 2016): recall = 2^(-days / half-life), and the half-life is two to a weighted sum of answers:
 * here each right one doubles it and each wrong one takes a quarter of it, to a week at least. Unlike FSRS it has no spacing effect at all.
 */
export function halfLifeChain(readingShare: number): Chain {
  const weeks = elapsedWeeks.length;
  const remembered = (halfLife: number): Target[] =>
    rounded(placeOn(halfLives, halfLife, Math.log)).map(([point, chance]): Target => [1 + point * weeks, chance]);
  const ruleOf = (state: number): StateRule => {
    if (state === unmet)
      return {
        recall: 0,
        quiet: [[unmet, 1]],
        right: remembered(first.right),
        wrong: remembered(first.wrong),
        read: readingShare > 0 ? remembered(first.right * readingShare) : [[unmet, 1]],
      };
    const week = (state - 1) % weeks;
    const halfLife = halfLives[(state - 1 - week) / weeks] ?? 0;
    return {
      recall: 2 ** ((-7 * (elapsedWeeks[week] ?? 0)) / halfLife),
      quiet: aWeekLater(week).map(([point, chance]): Target => [state - week + point, chance]),
      right: remembered(halfLife * factor.right),
      wrong: remembered(halfLife * factor.wrong),
      read: aWeekAfterReading(week, readingShare).flatMap(([point, chance]) =>
        rounded(placeOn(halfLives, halfLife * (1 + readingShare * (factor.right - 1)), Math.log)).map(
          ([read, share]): Target => [1 + read * weeks + point, chance * share],
        ),
      ),
    };
  };
  return chainOf(1 + halfLives.length * weeks, ruleOf);
}
