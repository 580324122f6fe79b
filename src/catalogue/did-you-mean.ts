function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

/** Two words are near when more than two fifths of their letter pairs are shared (Dice coefficient); below that a guess misleads. */
const nearEnough = 0.4;

/** The known word nearest to `word`, or `null` when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const wanted = pairs(word);
  let best: { candidate: string; score: number } | null = null;
  for (const candidate of known) {
    const own = pairs(candidate);
    const shared = [...own].filter((pair) => wanted.has(pair)).length;
    const score = (2 * shared) / Math.max(1, own.size + wanted.size);
    if (score > nearEnough && (!best || score > best.score)) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

/** A mend for an unknown word: the nearest known one, or the whole list. */
export function didYouMean(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest ? `Did you mean "${nearest}"?` : `Known are: ${known.join(', ')}.`;
}
