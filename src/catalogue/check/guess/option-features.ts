/** Words that begin a reason: "keep it, since the plant runs". */
const reasonWords = ['so', 'since', 'because', 'as', 'for', 'until', 'while', 'before'];

const wordPattern = /[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu;

/** How many characters fall into one bucket of length. */
const bucketSize = 12;

export function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(wordPattern)].map(([word]) => word);
}

/**
 * What somebody sees of an option who reads neither the scene nor what is asked: its words, its length beside the others', how it begins,
 * its punctuation. One entry each, as in `word contract`, `rank shortest`, `opens wait`, `mark ;`.
 */
export function optionFeatures(options: readonly string[], at: number): string[] {
  const text = options[at] ?? '';
  const words = wordsOf(text);
  const reasons = words.slice(1).filter((word) => reasonWords.includes(word));
  const marks = [...text.matchAll(/[;:,?()%&]/g)].map(([mark]) => `mark ${mark}`);
  return [
    ...new Set([
      ...words.map((word) => `word ${word}`),
      ...(reasons.length > 0 ? ['gives a reason'] : []),
      ...marks,
      `opens ${words[0] ?? ''}`,
      `rank ${rankOfLength(options, at)}`,
      `length ${Math.floor(text.length / bucketSize) * bucketSize}`,
      /\d/.test(text) ? 'a figure' : 'no figure',
    ]),
  ];
}

function rankOfLength(options: readonly string[], at: number): string {
  const lengths = options.map((option) => option.length);
  const own = lengths[at] ?? 0;
  const shorter = lengths.filter((length) => length < own).length;
  const longer = lengths.filter((length) => length > own).length;
  if (shorter === 0) return 'shortest';
  return longer === 0 ? 'longest' : `${shorter + 1} of ${lengths.length}`;
}
