import { type Calibration, calibrated } from '#core/memory/calibration.ts';
import { dayMs, type Memory, retrievability } from '#core/memory/forgetting-curve.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import { enoughOf, needOfEach } from '#core/memory/team-memory.ts';
import { leastGapDays, type Pace } from './pace.ts';

/** Days ahead at which team memory is looked at, over a quarter: crises come on unknown days, so the average counts, not the end. */
export const horizonDays = [7, 28, 56, 91] as const;

/** Chance of recall at each day of the horizon, in its order; null on a day by which the person has left. */
export type RecallCurve = readonly (number | null)[];

/**
 * Part of the value that counts every person rather than enough of the team: six tenths where everybody gets a mail a week, nine with one a month.
 * Where mail is scarce, two keepers for every lesson are out of reach, and spreading it thin keeps nothing. Chosen in the simulation and the
 * field trial (docs/decisions/0019).
 */
export function everyoneShare(mailsPerPersonWeek: number): number {
  return 1 - 0.4 * Math.min(1, mailsPerPersonWeek);
}

/** Mails that a member gets in a week at most, on average over a team; none in a team without people. */
export function meanMailsAWeek(allPaces: readonly Pace[]): number {
  return allPaces.reduce((sum, pace) => sum + 7 / leastGapDays[pace] / allPaces.length, 0);
}

/** Chance that a person recalls a lesson at an instant, as their own record corrects it. */
export function recallAt(
  model: MemoryModel,
  { memory, record }: { memory: ReadonlyMap<string, Memory>; record: Calibration },
  lessonId: string,
  at: number,
): number {
  return calibrated(retrievability(memory.get(lessonId) ?? null, at, model.curve), record);
}

/** Recall at each day of the horizon if nothing more is sent. `gone` is when the person will have left, in epoch milliseconds. */
export function recallCurve(recall: (at: number) => number, now: number, gone = Number.POSITIVE_INFINITY): RecallCurve {
  return horizonDays.map((days) => {
    const at = now + days * dayMs;
    return at < gone ? recall(at) : null;
  });
}

/** The curve of somebody who is asked today: half way to certainty, since answered or not, right or wrong, is still open. */
export function onceAsked(curve: RecallCurve): RecallCurve {
  return curve.map((chance) => (chance === null ? null : (1 + chance) / 2));
}

/**
 * What each unit of one person's recall adds to a team's memory of a lesson, averaged over the horizon, one entry per person. The memory is
 * the filled places of those who must recall, and the share of everyone: linear in every single person, so the needs are exact.
 */
export function needs(curves: readonly RecallCurve[], everyone: number): number[] {
  const sums = curves.map(() => 0);
  for (const day of horizonDays.keys()) {
    const needed = needOfEach(
      curves.map((curve) => curve[day] ?? 0),
      enoughOf(curves.length),
    );
    for (const [person, curve] of curves.entries()) {
      if (curve[day] === null) continue;
      sums[person] = (sums[person] ?? 0) + (1 - everyone) * (needed[person] ?? 0) + everyone / curves.length;
    }
  }
  return sums.map((sum) => sum / horizonDays.length);
}
