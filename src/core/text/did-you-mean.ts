function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

/** How alike two words are in their letter pairs (Dice coefficient): 0 when they share none, 1 when they share all. Runs in the browser too. */
export function likeness(one: string, other: string): number {
  const wanted = pairsOf(one);
  const own = pairsOf(other);
  const shared = [...own].filter((pair) => wanted.has(pair)).length;
  return (2 * shared) / Math.max(1, own.size + wanted.size);
}

/** Above this two words are near; below it a guess misleads. */
const nearEnough = 0.4;

/** The known word nearest to `word`, or `null` when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  let best: { candidate: string; score: number } | null = null;
  for (const candidate of known) {
    const score = likeness(word, candidate);
    if (score > nearEnough && (!best || score > best.score)) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

/** A mend for an unknown word: the nearest known one, or the whole list. */
export function didYouMean(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest ? `Did you mean "${nearest}"?` : `Known are: ${known.join(', ')}.`;
}
