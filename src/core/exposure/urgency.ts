import type { RelevanceWeights } from './weights.ts';

/** Share of a team's members who were in post in the year of an event; `null` when nobody's year is known. */
export function witnessRatio(joinedYears: readonly (number | null)[], startedOn: string): number | null {
  const known = joinedYears.filter((year) => year !== null);
  if (known.length === 0) return null;
  const year = Number(startedOn.slice(0, 4));
  return known.filter((joined) => joined <= year).length / known.length;
}

/** What raises a case beyond its likeness, with the figures it came from. */
export type Urgency = {
  quietDays: number;
  witnessRatio: number | null;
  signalId: number | null;
  /** What the likeness is multiplied by. */
  factor: number;
};

/** Urgency from quiet days, the witness ratio and a signal. It rises with quiet, because attention falls with it (Haunschild et al. 2015). */
export function urgencyOf(facts: Omit<Urgency, 'factor'>, weights: RelevanceWeights): Urgency {
  const quiet = 1 + weights.quietRise * Math.min(1, facts.quietDays / weights.quietDays);
  const witness = 1 + weights.witnessRise * (1 - (facts.witnessRatio ?? 1));
  const signal = facts.signalId === null ? 1 : weights.signal;
  return { ...facts, factor: quiet * witness * signal };
}
