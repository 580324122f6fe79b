import { lettersWide } from '#i18n/text-width.ts';

/** A story told in two parts: what the team reads before it chooses, and how it went on. */
export type HuddleStory = { front: string[]; rest: string[] };

/** Latin letters in a word of plain English, its blank included. */
const lettersPerWord = 5.6;

/** Enough to choose by. */
const leastWords = 90;

/** What is read in two minutes, with the question. */
const mostWords = 160;

/** Counted as wide as it is drawn, so that Japanese, which has no blanks, is measured too. */
function wordsIn(text: string): number {
  return lettersWide(text) / lettersPerWord;
}

/** Whole paragraphs until there is enough; the last of them ends early where it would be too much, at the end of a sentence. */
export function splitStory(paragraphs: readonly string[]): HuddleStory {
  const front: string[] = [];
  let words = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (words >= leastWords) return { front, rest: paragraphs.slice(index) };
    if (words + wordsIn(paragraph) > mostWords) return cutWithin(front, words, paragraph, paragraphs.slice(index + 1));
    front.push(paragraph);
    words += wordsIn(paragraph);
  }
  return { front, rest: [] };
}

function cutWithin(before: string[], words: number, paragraph: string, after: readonly string[]): HuddleStory {
  const sentences = sentencesOf(paragraph);
  let total = words;
  const tooFar = sentences.findIndex((sentence) => {
    total += wordsIn(sentence);
    return total > mostWords;
  });
  const cut = tooFar === 0 && before.length === 0 ? 1 : tooFar;
  const told = sentences.slice(0, cut).join('').trim();
  const left = sentences.slice(cut).join('').trim();
  return { front: told ? [...before, told] : before, rest: [left, ...after].filter(Boolean) };
}

/** A full stop after one of these ends no sentence: "B. Braun", "No. 1", "U.S. Army". */
const abbreviated = /(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Inc|Co|Corp|Ltd))\.[”’")]*\s*$/;

/** Sentences with the blank that follows each. */
export function sentencesOf(paragraph: string): string[] {
  const pieces = paragraph.match(/.+?(?:[.!?]+[”’")]*(?:\s+|$)|[。！？]+[」』）]*|$)/gsu) ?? [];
  return pieces.reduce<string[]>((sentences, piece) => {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviated.test(last)) sentences[sentences.length - 1] = last + piece;
    else sentences.push(piece);
    return sentences;
  }, []);
}
