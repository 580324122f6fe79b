/** In a crisis it is enough that some of a team remember. */
const enoughPeople = 2;

/** How many of a team must remember, by how many are in post: two, or the one who is all of it. */
export function enoughOf(people: number): number {
  return Math.max(1, Math.min(enoughPeople, people));
}

/**
 * Chances that exactly 0, 1, ... people recall, for independent people with the given chances (Poisson-binomial), by convolution.
 * The last entry gathers `most` and more, so the cost is people × most.
 */
export function recallCounts(chances: readonly number[], most: number): number[] {
  const counts = nobodyYet(most);
  for (const chance of chances) addPerson(counts, chance);
  return counts;
}

/** Chance that at least `enough` of the team recall a lesson. */
export function teamMemory(chances: readonly number[], enough: number): number {
  return recallCounts(chances, enough)[enough] ?? 0;
}

/**
 * Expected share of the `enough` places that are filled: E[min(N, enough)] / enough.
 * "At least two" alone gains nothing from the first person who learns, so a greedy planner would never start;
 * this surrogate is concave in people and equals 1 exactly when the team is certain to remember.
 */
export function filledPlaces(chances: readonly number[], enough: number): number {
  const counts = recallCounts(chances, enough);
  const expected = counts.reduce((sum, chance, n) => sum + chance * n, 0);
  return expected / enough;
}

/**
 * How much the filled places rise for each unit of one person's own chance: P(fewer than `enough` of the others recall) / enough.
 * The filled places are linear in each single chance, so for one person the rise is exact and not an approximation. One entry per
 * person, in their order; the counts of those before and after a person are kept, so that nobody's convolution is undone.
 */
export function needOfEach(chances: readonly number[], enough: number): number[] {
  const after = fewerAfterEach(chances, enough);
  const before = nobodyOfFewer(enough);
  return chances.map((chance, index) => {
    const need = chanceOfFewer(before, after, index * enough) / enough;
    addToFewer(before, chance);
    return need;
  });
}

function nobodyYet(most: number): number[] {
  const counts = new Array<number>(most + 1).fill(0);
  counts[0] = 1;
  return counts;
}

/** Adds one person to the counts, in place. */
function addPerson(counts: number[], chance: number): void {
  const most = counts.length - 1;
  counts[most] = (counts[most] ?? 0) + (counts[most - 1] ?? 0) * chance;
  for (let n = most - 1; n >= 1; n -= 1) counts[n] = (counts[n] ?? 0) * (1 - chance) + (counts[n - 1] ?? 0) * chance;
  counts[0] = (counts[0] ?? 0) * (1 - chance);
}

/** Chances of exactly 0, 1, ... of nobody yet, up to one fewer than enough: all that a need asks about. */
function nobodyOfFewer(enough: number): number[] {
  const fewer = new Array<number>(enough).fill(0);
  fewer[0] = 1;
  return fewer;
}

function addToFewer(fewer: number[], chance: number): void {
  for (let n = fewer.length - 1; n >= 1; n -= 1)
    fewer[n] = (fewer[n] ?? 0) * (1 - chance) + (fewer[n - 1] ?? 0) * chance;
  fewer[0] = (fewer[0] ?? 0) * (1 - chance);
}

/** The chances of fewer than enough among those who come after each person, one row of `enough` entries for each. */
function fewerAfterEach(chances: readonly number[], enough: number): number[] {
  const fewer = nobodyOfFewer(enough);
  const after = new Array<number>(chances.length * enough).fill(0);
  for (let index = chances.length - 1; index >= 0; index -= 1) {
    for (let n = 0; n < enough; n += 1) after[index * enough + n] = fewer[n] ?? 0;
    addToFewer(fewer, chances[index] ?? 0);
  }
  return after;
}

function chanceOfFewer(before: readonly number[], after: readonly number[], row: number): number {
  const enough = before.length;
  let sum = 0;
  for (let a = 0; a < enough; a += 1)
    for (let b = 0; a + b < enough; b += 1) sum += (before[a] ?? 0) * (after[row + b] ?? 0);
  return sum;
}
