import type { Memory } from './forgetting-curve.ts';
import { decay } from './parameters.ts';

/**
 * Days after the last meeting at which the chance of recall has fallen to `chance`: t = S/F · (R^(−1/w20) − 1), the inverse
 * of the forgetting curve of FSRS-6.
 */
export function daysToCoolTo(memory: Memory, chance: number): number {
  const factor = 0.9 ** (-1 / decay) - 1;
  return (memory.stability / factor) * (chance ** (-1 / decay) - 1);
}
