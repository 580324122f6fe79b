import { alike } from './same-words.ts';
import type { CasesFile, OtherRecord, OthersFile } from './search-file.ts';
import { Shelf } from './shelf.ts';
import { WayFinder } from './ways.ts';

/** The search files, opened. Cases can be asked for as soon as their own file is there. */
export class SearchIndex {
  readonly file: CasesFile;
  readonly finder: WayFinder<string>;
  readonly cases: Shelf;
  /** Every key a typed word may stand for: those of the texts, and those with which a way of speaking begins. */
  readonly keys: ReadonlySet<string>;
  others: { shelf: Shelf; records: readonly OtherRecord[] } | undefined;

  constructor(file: CasesFile) {
    this.file = file;
    this.cases = new Shelf(file.words, file.records.length);
    this.finder = new WayFinder(file.concepts.map(({ id, ways }) => ({ meaning: id, ways: ways.split(',') })));
    const inTexts = [...this.cases.keys].filter((key) => !key.startsWith('#'));
    this.keys = new Set([...inTexts, ...this.finder.keys, ...alike.keys()]);
  }

  addOthers(file: OthersFile): void {
    this.others = { shelf: new Shelf(file.words, file.records.length), records: file.records };
  }

  /** In how many cases a key stands; of several likely words the commoner one is meant. */
  commonness(key: string): number {
    return this.cases.find(key).postings.length;
  }
}
