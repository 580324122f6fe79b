/** Where something stands in a text. */
export type Span = { at: number; said: string };

export type Sentence = Span;

/** Sentences with where they begin; a point within a number or a short form ends none. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\n]+?(?:[.!?]+(?=\s|$)|[。！？]+|(?=\n)|$)/gu)].map((match) => ({
    at: match.index,
    said: match[0],
  }));
}

/** Every place where a pattern is met. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, said: match[0].trim() }));
}

/** Numbers as they are written: in digits of either width, in words, in Chinese figures. */
/** Bounded, so that a page of digits is read in one go. */
const digits = String.raw`\d[\d,.]{0,30}`;
const tens =
  'ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?';
const units =
  'two|three|four|five|six|seven|eight|nine|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const spelled = String.raw`\b(?:${tens}|${units})(?:[\s-]+(?:and[\s-]+)?(?:one|${tens}|${units}))*\b`;
const chinese = '[〇一二三四五六七八九十百千万億兆数]{1,20}';
const many = String.raw`(?:\s?(?:k|m|bn|mn|thousand|million|billion|dozen|[百千万億兆]{1,9})\b|[百千万億兆]{1,9})?`;

/** The source of a pattern for a number. */
export const numberPattern = `(?:${digits}${many}|${spelled}|${chinese})`;
