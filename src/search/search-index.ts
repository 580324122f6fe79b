import { PhrasingFinder } from './phrasings.ts';
import { PostingLists } from './posting-lists.ts';
import { alike } from './same-words.ts';
import type { CasesFile, OtherRecord, OthersFile } from './search-file.ts';

/** The search files, opened. Cases can be asked for as soon as their own file is there. */
export class SearchIndex {
  readonly file: CasesFile;
  readonly finder: PhrasingFinder<string>;
  readonly cases: PostingLists;
  readonly homographs: ReadonlySet<string>;
  /** Every key a typed word may stand for: those of the texts, and those with which a way of speaking begins. */
  keys: ReadonlySet<string>;
  others: { lists: PostingLists; records: readonly OtherRecord[] } | undefined;

  constructor(file: CasesFile) {
    this.file = file;
    this.cases = new PostingLists(file.words, file.records.length);
    this.finder = new PhrasingFinder(file.concepts.map(({ id, ways }) => ({ meaning: id, ways: ways.split(',') })));
    this.homographs = new Set(file.homographs.split(','));
    this.keys = new Set([...wordsIn(this.cases), ...this.finder.keys, ...alike.keys()]);
  }

  addOthers(file: OthersFile): void {
    const lists = new PostingLists(file.words, file.records.length);
    this.others = { lists, records: file.records };
    // A module of the house may be called what no case speaks of.
    this.keys = new Set([...this.keys, ...wordsIn(lists)]);
  }

  /** In how many cases a key stands; of several likely words the commoner one is meant. */
  commonness(key: string): number {
    return this.cases.find(key).postings.length;
  }
}

function wordsIn({ keys }: PostingLists): string[] {
  return [...keys].filter((key) => !key.startsWith('#'));
}
