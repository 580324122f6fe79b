/** FNV-1a, 32 bit: small, well spread, and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** The entries in an order that looks random, differs by seed, and never differs for the same seed. Ties fall to the id. */
export function seededOrder<T>(entries: readonly T[], idOf: (entry: T) => number, seed: string): T[] {
  return [...entries].sort((a, b) => hash(`${seed}:${idOf(a)}`) - hash(`${seed}:${idOf(b)}`) || idOf(a) - idOf(b));
}
