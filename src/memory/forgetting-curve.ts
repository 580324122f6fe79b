import { forgetting_curve } from 'ts-fsrs';
import { decay } from './parameters.ts';

/** What one person holds of one lesson since they last met it. */
export type Memory = {
  /** Days until the chance of recall has fallen to 90 %. */
  stability: number;
  /** 1 (easy) to 10 (hard), as FSRS has it. */
  difficulty: number;
  /** Epoch milliseconds of the last meeting. */
  metAt: number;
};

export const dayMs = 86_400_000;

/** Whole and part days from `from` to `to` (epoch milliseconds); never negative, so a clock set back cannot teach. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / dayMs);
}

/** Chance of recall `elapsedDays` after a meeting that left `stability` days: R = (1 + F·t/S)^(−w20), with F such that R(S) = 90 % (FSRS-6). */
export function recallAfter(stability: number, elapsedDays: number): number {
  return forgetting_curve(decay, elapsedDays, stability);
}

/** Chance of recalling now; zero for a lesson never met. */
export function retrievability(memory: Memory | null, now: number): number {
  if (!memory) return 0;
  return recallAfter(memory.stability, daysBetween(memory.metAt, now));
}
