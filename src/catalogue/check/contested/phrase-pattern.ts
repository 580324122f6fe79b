/** A phrase of the content as a pattern: whole words in any case, over any blank or line break, a star standing for any ending. Pure. */
export function phrasePattern(phrase: string): RegExp {
  const pieces = phrase.split('*').map((piece) => piece.split(/\s+/).map(RegExp.escape).join('\\s+'));
  return new RegExp(`(?<![\\p{L}\\d])${pieces.join("[\\p{L}\\d'’-]*")}(?![\\p{L}\\d])`, 'iu');
}

/** Does the text hold one of the phrases? */
export function holdsPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => phrasePattern(phrase).test(text));
}
