/** What a random number is for, so that two uses never share one. */
export const uses = {
  lived: 1,
  start: 2,
  answers: 3,
  right: 5,
  move: 6,
  leaves: 7,
  policy: 8,
  unsubscribes: 9,
  fieldRelevance: 10,
  fieldPerson: 11,
  fieldAbsence: 12,
  fieldLeaving: 13,
  fieldLived: 14,
  fieldAnswers: 15,
  fieldReads: 16,
  fieldRecalls: 17,
  fieldSlips: 18,
  fieldSureness: 19,
  fieldWeight: 20,
} as const;

/**
 * A number in [0, 1) that depends on its arguments alone: every policy meets the same people, the same luck and the same departures,
 * whatever it sends (common random numbers), and the order of work changes nothing. Murmur3's mixing steps.
 */
export function chance(seed: number, use: number, who: number, week: number): number {
  let hash = Math.imul(seed ^ Math.imul(use, 0x9e3779b1), 0x85ebca6b);
  hash = mix(hash, who);
  hash = mix(hash, week + 0x1000);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 4_294_967_296;
}

function mix(hash: number, value: number): number {
  let part = Math.imul(value, 0xcc9e2d51);
  part = (part << 15) | (part >>> 17);
  const joined = hash ^ Math.imul(part, 0x1b873593);
  return (Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64) | 0;
}

/** A number of mean 0 and deviation 1, by Box and Muller, from the same arguments as `chance`. */
export function normal(seed: number, use: number, who: number, week: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(seed, use, who, 2 * week)));
  return radius * Math.cos(2 * Math.PI * chance(seed, use, who, 2 * week + 1));
}
