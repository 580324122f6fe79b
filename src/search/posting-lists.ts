import { type Posting, readPostings } from './postings.ts';

/** How soon a word that is said often stops counting for more: k1 of BM25. */
const saturation = 2;

export const saturated = (frequency: number) => frequency / (saturation + frequency);

/**
 * What a key is worth among `size` records: ln(1 + (N − n + ½) / (n + ½)), where n sums how strongly each record holds it and not only whether
 * it does. Otherwise a fire mentioned once in passing would make fire as common as a fire that is the story.
 */
export function rarityOf(postings: readonly Posting[], size: number): number {
  return rarityOfHeld(heldIn(postings), size);
}

/** How strongly records hold a key, together: the n above. */
export function heldIn(postings: readonly Posting[]): number {
  return postings.reduce((sum, { frequency }) => sum + saturated(frequency), 0);
}

export function rarityOfHeld(held: number, size: number): number {
  return Math.log(1 + (size - held + 0.5) / (held + 0.5));
}

/** Records of one kind, ranked among each other only. Postings are read when first asked for: a query needs a few of thousands. */
export class PostingLists {
  readonly size: number;
  private readonly packed: ReadonlyMap<string, string>;
  private readonly read = new Map<string, { postings: readonly Posting[]; rarity: number }>();

  constructor(words: string, size: number) {
    this.size = size;
    this.packed = entriesOf(words);
  }

  get keys(): Iterable<string> {
    return this.packed.keys();
  }

  find(key: string): { postings: readonly Posting[]; rarity: number } {
    const known = this.read.get(key);
    if (known) return known;
    const postings = readPostings(this.packed.get(key) ?? '');
    const found = { postings, rarity: rarityOf(postings, this.size) };
    this.read.set(key, found);
    return found;
  }
}

/** The postings of each key, still packed. */
export function entriesOf(words: string): Map<string, string> {
  const entries = words === '' ? [] : words.split(';');
  return new Map(
    entries.map((entry): [string, string] => {
      const end = entry.indexOf(' ');
      return [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}
