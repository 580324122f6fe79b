import type { WorseWhen } from './indicator-list.ts';

/** *missing*: nobody has said what it is counted from. *unset*: there is a figure, and the house has set no threshold. */
export const statuses = ['red', 'amber', 'good', 'unset', 'missing'] as const;

export type Status = (typeof statuses)[number];

export type Thresholds = { amber: number | null; red: number | null };

/** A figure against its thresholds; on a threshold it is still on the good side, except where it turns *from* it on. Pure. */
export function statusOf(value: number | null, worse: WorseWhen, { amber, red }: Thresholds): Status {
  if (value === null) return 'missing';
  if (amber === null && red === null) return 'unset';
  if (red !== null && isPast(value, worse, red)) return 'red';
  return amber !== null && isPast(value, worse, amber) ? 'amber' : 'good';
}

export function isPast(value: number, worse: WorseWhen, threshold: number): boolean {
  if (worse === 'from') return value >= threshold;
  return worse === 'above' ? value > threshold : value < threshold;
}

export function worstOf(...some: readonly Status[]): Status {
  return statuses.find((status) => some.includes(status)) ?? 'missing';
}

/** Why thresholds cannot be set so, or `null`: red lies beyond amber, on the bad side. */
export function thresholdFault({ amber, red }: Thresholds, worse: WorseWhen): 'red-before-amber' | null {
  if (amber === null || red === null || amber === red) return null;
  const isBeyond = worse === 'below' ? red < amber : red > amber;
  return isBeyond ? null : 'red-before-amber';
}
