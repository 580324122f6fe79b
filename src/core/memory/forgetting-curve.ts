import { decay } from './parameters.ts';

/** What one person holds of one lesson since they last met it. */
export type Memory = {
  /** Days until the chance of recall has fallen to 90 %, on the usual curve. */
  stability: number;
  /** 1 (easy) to 10 (hard), as FSRS has it. */
  difficulty: number;
  /** Epoch milliseconds of the last meeting. */
  metAt: number;
};

/** How steeply an organisation’s memories fall with time. */
export type Curve = {
  /** w20 of FSRS-6. */
  decay: number;
  /** Days a memory of ten days' stability lasts, for each of the ten. */
  scale: number;
  /** How much of what FSRS-6 believes answers to have added is so: a memory lasts as its stability to this power. */
  growth: number;
};

/** What is believed before there are answers (docs/decisions/0003). */
export const usualCurve: Curve = { decay, scale: 1, growth: 1 };

export const dayMs = 86_400_000;

/** Whole and part days from `from` to `to` (epoch milliseconds); never negative, so a clock set back cannot teach. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / dayMs);
}

/**
 * Chance of recall `days` after a meeting that left `stability`: R = (1 + F·t/S)^(−w20), with F such that R(S) = 90 % (FSRS-6), over what
 * the memory lasts on this curve.
 */
export function recallOn(curve: Curve, stability: number, days: number): number {
  return (1 + (factorOf(curve.decay) * days) / lasting(curve, stability)) ** -curve.decay;
}

/** Days after a meeting at which the chance of recall has fallen to `chance`: the inverse of `recallOn`, t = S/F · (R^(−1/w20) − 1). */
export function daysToCoolTo(curve: Curve, stability: number, chance: number): number {
  return (lasting(curve, stability) / factorOf(curve.decay)) * (chance ** (-1 / curve.decay) - 1);
}

/** Chance of recalling at an instant; zero for a lesson never met. */
export function retrievability(memory: Memory | null, now: number, curve = usualCurve): number {
  if (!memory) return 0;
  return recallOn(curve, memory.stability, daysBetween(memory.metAt, now));
}

/** Days of stability for which the scale is meant; a shorter or longer memory is stretched by the growth besides. */
const pivotDays = 10;

/** Days until recall has fallen to 90 % on this curve, for a memory of this stability. */
export function lasting({ scale, growth }: Omit<Curve, 'decay'>, stability: number): number {
  if (growth === 1) return stability * scale;
  return scale * pivotDays * (stability / pivotDays) ** growth;
}

/** F of the forgetting curve, such that recall is 90 % after as many days as a memory lasts. */
export function factorOf(decay: number): number {
  return 0.9 ** (-1 / decay) - 1;
}
