import { type Calibration, calibrated, uncalibrated } from '../memory/calibration.ts';
import { dayMs, type Memory, recallAfter, retrievability } from '../memory/forgetting-curve.ts';
import { afterAnswer } from '../memory/recollection.ts';
import { filledPlaces, needOfEach } from '../memory/team-memory.ts';

/** Days ahead at which team memory is compared, over a quarter: crises come on unknown days, so the average counts, not the end. */
export const horizonDays = [7, 28, 56, 91] as const;

/** Chance of recall at each day of the horizon, in its order. */
export type RecallCurve = readonly number[];

/** Chance that somebody who has never met a lesson answers its first question right; about the pre-test score of Kerfoot's trials (45 to 48 %). */
const firstAnswerRight = 0.5;

/**
 * Part of the value that counts every person rather than two of the team. People leave, and a team that
 * needs only two keepers would otherwise never write to the other six.
 */
export const everyoneShare = 0.15;

/** Recall of one person at each day of the horizon, if nothing more is sent. */
export function recallCurve(memory: Memory | null, now: number, record: Calibration = uncalibrated): RecallCurve {
  return horizonDays.map((days) => calibrated(retrievability(memory, now + days * dayMs), record));
}

/** Recall at each day of the horizon if a question is sent now, averaged over its being answered right, wrong or not at all. */
export function recallCurveIfSent(
  memory: Memory | null,
  now: number,
  answerRate: number,
  record: Calibration = uncalibrated,
): RecallCurve {
  const right = afterAnswer(memory, { right: true, sureness: 'fairly' }, now);
  const wrong = afterAnswer(memory, { right: false, sureness: 'fairly' }, now);
  const chanceRight = memory ? calibrated(retrievability(memory, now), record) : firstAnswerRight;
  const unsent = recallCurve(memory, now, record);
  return horizonDays.map((days, index) => {
    const ifRight = calibrated(recallAfter(right.stability, days), record);
    const ifWrong = calibrated(recallAfter(wrong.stability, days), record);
    const answered = chanceRight * ifRight + (1 - chanceRight) * ifWrong;
    return answerRate * answered + (1 - answerRate) * (unsent[index] ?? 0);
  });
}

/** Value of a lesson to a team, 0 to 1: the filled places of those who must recall, and a little of everyone, averaged over the horizon. */
export function lessonValue(curves: readonly RecallCurve[], everyone = everyoneShare): number {
  const days = horizonDays.map((_, day) => {
    const chances = curves.map((curve) => curve[day] ?? 0);
    const average = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
    return (1 - everyone) * filledPlaces(chances) + everyone * average;
  });
  return average(days);
}

/**
 * What each unit of one person's recall adds to `lessonValue` on each day of the horizon: person × day. `lessonValue` is linear in every
 * single person, so a gain is need × rise, summed, and exact as long as one person's curve changes at a time.
 */
export function needCurves(curves: readonly RecallCurve[], everyone = everyoneShare): number[][] {
  const perDay = horizonDays.map((_, day) => needOfEach(curves.map((curve) => curve[day] ?? 0)));
  return curves.map((_, person) =>
    perDay.map((needs) => (1 - everyone) * (needs[person] ?? 0) + everyone / curves.length),
  );
}

/** Gain in `lessonValue` when one person's curve rises from `before` to `after`. */
export function gainOf(need: readonly number[], before: RecallCurve, after: RecallCurve): number {
  return average(horizonDays.map((_, day) => (need[day] ?? 0) * ((after[day] ?? 0) - (before[day] ?? 0))));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
