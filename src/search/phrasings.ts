import { fold, isJapanese, type Word, wordsOf } from './words.ts';

/**
 * A way of saying something. Latin: `slots` hold keys of words, any of one slot, one of every slot, near each other in
 * whatever order ("only/sole supplier/vendor" is two slots of two). Japanese: `slots` are pieces of text, since words have no ends.
 */
export type Phrasing = { japanese: boolean; slots: readonly (readonly string[])[] };

/** What one slot may be filled with: a word, or words written with a hyphen, which fill a slot each. */
function fillings(slot: string): string[][] {
  const parts = slot.split('/').map((part) => wordsOf(part).map(({ key }) => key));
  const single = parts.flatMap((keys) => (keys.length === 1 ? keys : []));
  const joined = parts.filter((keys) => keys.length > 1);
  return single.length > 0 ? [[[...new Set(single)].join('/')], ...joined] : joined;
}

/**
 * "only/sole supplier" as it is kept in the index: stemmed, so that no reader's browser has to. "red-tape/forms" is two ways. A slot of nothing but
 * stop words leaves none: "who gets first" must not be heard wherever something is first.
 */
export function compilePhrasing(phrasing: string): string[] {
  if (isJapanese(phrasing)) return [fold(phrasing)];
  return phrasing
    .split(/\s+/)
    .reduce<string[]>(
      (ways, slot) => ways.flatMap((before) => fillings(slot).map((keys) => [before, ...keys].join(' ').trim())),
      [''],
    );
}

/** A compiled phrasing, as it can be looked for. */
export function readPhrasing(compiled: string): Phrasing {
  const slots = compiled.split(' ').map((slot) => slot.split('/'));
  return { japanese: isJapanese(compiled), slots };
}

/** How many words more than its own a phrasing may stretch over: "customs *have become very* slow". */
const slack = 1;

/** Whether each slot finds a word of its own: one "supplier" is not a supplier's supplier. */
function fillsEach(slots: Phrasing['slots'], keys: readonly string[]): boolean {
  const [slot, ...others] = slots;
  if (!slot) return true;
  return keys.some((key, place) => slot.includes(key) && fillsEach(others, keys.toSpliced(place, 1)));
}

/** Whether the phrasing is said around the word at `place`, which fills its first slot. */
function isSaidAround({ slots }: Phrasing, words: readonly Word[], place: number): boolean {
  const reach = slots.length + slack;
  const before = words.slice(Math.max(0, place - reach + 1), place);
  const near = [...before, ...words.slice(place + 1, place + reach)].map(({ key }) => key);
  return fillsEach(slots.slice(1), near);
}

export type Mention<Meaning> = { meaning: Meaning; times: number };

/** Finds which of many meanings a text speaks of, and how often. */
export class PhrasingFinder<Meaning> {
  private readonly byKey = new Map<string, { phrasing: Phrasing; meaning: Meaning }[]>();
  private readonly japanese: { phrasing: Phrasing; meaning: Meaning }[] = [];

  constructor(meanings: Iterable<{ meaning: Meaning; ways: readonly string[] }>) {
    for (const { meaning, ways } of meanings) for (const phrasing of ways) this.add(readPhrasing(phrasing), meaning);
  }

  private add(phrasing: Phrasing, meaning: Meaning): void {
    const entry = { phrasing, meaning };
    if (phrasing.japanese) this.japanese.push(entry);
    else for (const key of phrasing.slots[0] ?? []) this.byKey.set(key, [...(this.byKey.get(key) ?? []), entry]);
  }

  /** Keys that begin a phrasing, for completing what is half typed. */
  get keys(): Iterable<string> {
    return this.byKey.keys();
  }

  find(words: readonly Word[], folded: string): Mention<Meaning>[] {
    const times = new Map<Meaning, number>();
    const count = (meaning: Meaning) => times.set(meaning, (times.get(meaning) ?? 0) + 1);
    for (const [place, { key }] of words.entries())
      for (const { phrasing, meaning } of this.byKey.get(key) ?? [])
        if (isSaidAround(phrasing, words, place)) count(meaning);
    if (isJapanese(folded))
      for (const { phrasing, meaning } of this.japanese)
        if (phrasing.slots.every((slot) => slot.some((piece) => folded.includes(piece)))) count(meaning);
    return [...times].map(([meaning, often]) => ({ meaning, times: often }));
  }
}
