import { recallOn } from '../forgetting-curve.ts';
import { difficultyAfter, firstDifficulty, firstStability, stabilityIfRight, stabilityIfWrong } from '../fsrs-steps.ts';
import type { MemoryModel } from '../memory-model.ts';
import { type Chain, chainOf, type StateRule, type Target, unmet } from './chain.ts';
import { aWeekAfterReading, aWeekLater, elapsedWeeks } from './elapsed-weeks.ts';
import { placeOn, ratioGrid, rounded } from './grid.ts';

export type FsrsTraits = {
  /** What the first answer leaves, as a multiple of FSRS-6's own. */
  firstScale: number;
  /** How recall falls with time for a stability, and what answers leave; the curve's scale may be a person's ability. */
  model: MemoryModel;
  /** A difficulty that never changes; null for FSRS-6's own, which rises with wrong answers. */
  difficulty: number | null;
  /** What reading without answering is worth, as a share of a right answer. */
  readingShare: number;
};

/** Days of stability that the chain tells apart: about 28 % between neighbours. */
export const stabilityGrid = ratioGrid(0.05, 2000, 44);

/** After right first answers difficulty is 2.1, after one wrong answer 6.4 or 7.4, then it nears ten. */
export const difficultyGrid = Float64Array.of(firstDifficulty.right, firstDifficulty.wrong, 9.2);

const plain = (value: number) => value;

/** FSRS-6 on a grid of stability, weeks since the last answer and difficulty; values between two points are rounded to one at random. */
export function fsrsChain(traits: FsrsTraits): Chain {
  const { curve, practice } = traits.model;
  const difficulties = traits.difficulty === null ? difficultyGrid : Float64Array.of(traits.difficulty);
  const weeks = elapsedWeeks.length;
  const stateAt = (difficulty: number, stability: number, week: number) =>
    1 + (difficulty * stabilityGrid.length + stability) * weeks + week;

  const remembered = (stability: number, difficulty: number): Target[] =>
    rounded(placeOn(difficulties, difficulty, plain)).flatMap(([d, dChance]) =>
      rounded(placeOn(stabilityGrid, stability, Math.log)).map(
        ([s, sChance]): Target => [stateAt(d, s, 0), dChance * sChance],
      ),
    );

  const ruleOf = (state: number): StateRule => {
    if (state === unmet)
      return {
        recall: 0,
        quiet: [[unmet, 1]],
        right: remembered(firstStability.right * traits.firstScale, traits.difficulty ?? firstDifficulty.right),
        wrong: remembered(firstStability.wrong * traits.firstScale, traits.difficulty ?? firstDifficulty.wrong),
        read:
          traits.readingShare > 0
            ? remembered(
                firstStability.right * traits.firstScale * traits.readingShare,
                traits.difficulty ?? firstDifficulty.right,
              )
            : [[unmet, 1]],
      };
    const week = (state - 1) % weeks;
    const rest = (state - 1 - week) / weeks;
    const [s, d] = [rest % stabilityGrid.length, Math.floor(rest / stabilityGrid.length)];
    const stability = stabilityGrid[s] ?? 0;
    const difficulty = difficulties[d] ?? 0;
    const recall = recallOn(curve, stability, 7 * (elapsedWeeks[week] ?? 0));
    const ifRight = stabilityIfRight(stability, difficulty, recall, practice);
    const ifRead = rounded(
      placeOn(stabilityGrid, stability + traits.readingShare * Math.max(0, ifRight - stability), Math.log),
    );
    return {
      recall,
      quiet: aWeekLater(week).map(([point, chance]): Target => [stateAt(d, s, point), chance]),
      right: remembered(ifRight, difficultyAfter(difficulty, true)),
      wrong: remembered(stabilityIfWrong(stability, difficulty, recall, practice), difficultyAfter(difficulty, false)),
      read: aWeekAfterReading(week, traits.readingShare).flatMap(([point, chance]) =>
        ifRead.map(([read, share]): Target => [stateAt(d, read, point), chance * share]),
      ),
    };
  };
  return chainOf(1 + difficulties.length * stabilityGrid.length * weeks, ruleOf);
}
