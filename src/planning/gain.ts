import { dayMs, type Memory, recallAfter, retrievability } from '../memory/forgetting-curve.ts';
import { afterAnswer } from '../memory/recollection.ts';
import { filledPlaces } from '../memory/team-memory.ts';

/** Days ahead at which team memory is compared, over a quarter: crises come on unknown days, so the average counts, not the end. */
export const horizonDays = [7, 28, 56, 91] as const;

/** Chance that somebody who has never met a lesson answers its first question right; about the pre-test score of Kerfoot's trials (45 to 48 %). */
const firstAnswerRight = 0.5;

/**
 * Part of the value that counts every person rather than two of the team. People leave, and a team that
 * needs only two keepers would otherwise never write to the other six.
 */
const everyoneShare = 0.15;

/** Recall of one person at each day of the horizon, if nothing more is sent. */
export function recallCurve(memory: Memory | null, now: number): number[] {
  return horizonDays.map((days) => retrievability(memory, now + days * dayMs));
}

/** Recall at each day of the horizon if a question is sent now, averaged over its being answered right, wrong or not at all. */
export function recallCurveIfSent(memory: Memory | null, now: number, answerRate: number): number[] {
  const right = afterAnswer(memory, { right: true, sureness: 'fairly' }, now);
  const wrong = afterAnswer(memory, { right: false, sureness: 'fairly' }, now);
  const chanceRight = memory ? retrievability(memory, now) : firstAnswerRight;
  const unsent = recallCurve(memory, now);
  return horizonDays.map((days, index) => {
    const answered =
      chanceRight * recallAfter(right.stability, days) + (1 - chanceRight) * recallAfter(wrong.stability, days);
    return answerRate * answered + (1 - answerRate) * (unsent[index] ?? 0);
  });
}

/** Value of a lesson to a team, 0 to 1: the filled places of those who must recall, and a little of everyone, averaged over the horizon. */
export function lessonValue(curves: readonly (readonly number[])[]): number {
  const days = horizonDays.map((_, index) => {
    const chances = curves.map((curve) => curve[index] ?? 0);
    const everyone = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
    return (1 - everyoneShare) * filledPlaces(chances) + everyoneShare * everyone;
  });
  return days.reduce((sum, value) => sum + value, 0) / days.length;
}
