/** In a crisis it is enough that some of the team remember: how many must, unless a caller says otherwise. */
export const enoughPeople = 2;

/**
 * Chances that exactly 0, 1, ... people recall, for independent people with the given chances (Poisson-binomial), by convolution.
 * The last entry gathers `most` and more, so the cost is people × most.
 */
export function recallCounts(chances: readonly number[], most: number): number[] {
  const counts = new Array<number>(most + 1).fill(0);
  counts[0] = 1;
  for (const chance of chances) {
    for (let n = most; n >= 0; n -= 1) {
      const stays = n === most ? (counts[n] ?? 0) : (counts[n] ?? 0) * (1 - chance);
      const arrives = n > 0 ? (counts[n - 1] ?? 0) * chance : 0;
      counts[n] = stays + arrives;
    }
  }
  return counts;
}

/** Chance that at least `enough` of the team recall a lesson. */
export function teamMemory(chances: readonly number[], enough = enoughPeople): number {
  return recallCounts(chances, enough)[enough] ?? 0;
}

/**
 * Expected share of the `enough` places that are filled: E[min(N, enough)] / enough.
 * "At least two" alone gains nothing from the first person who learns, so a greedy planner would never start;
 * this surrogate is concave in people and equals 1 exactly when the team is certain to remember.
 */
export function filledPlaces(chances: readonly number[], enough = enoughPeople): number {
  const counts = recallCounts(chances, enough);
  const expected = counts.reduce((sum, chance, n) => sum + chance * n, 0);
  return expected / enough;
}
