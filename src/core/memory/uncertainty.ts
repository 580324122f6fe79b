/** A chance with the band in which it probably lies. */
export type Estimate = { chance: number; low: number; high: number };

/** Answers that the model itself is worth: with none of their own, a person's chance is known about as well as after three answers. */
const modelIsWorth = 3;

/** Below this many answers in a team, what is shown about it is called thin. */
export const thinBelow = 8;

/**
 * The chance with a band of one standard error either way, as if it had been measured on the answers there are and those the model is
 * worth (a beta distribution with that mean). Nothing ever met is known to be unknown, and has no band.
 */
export function estimate(chance: number, answers: number): Estimate {
  if (chance <= 0) return { chance: 0, low: 0, high: 0 };
  const error = Math.sqrt((chance * (1 - chance)) / (answers + modelIsWorth + 1));
  return { chance, low: Math.max(0, chance - error), high: Math.min(1, chance + error) };
}
