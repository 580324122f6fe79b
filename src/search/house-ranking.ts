import type { Catalogue, CatalogueCase, Module } from '#catalogue/catalogue.ts';
import { conceptsOf } from './concept.ts';
import { averageLengths, countRecords, frequenciesOf } from './frequencies.ts';
import { marksIn } from './make-search-file.ts';
import type { Measures } from './measures.ts';
import { packFrequencies, packWords } from './pack-words.ts';
import { recordOfCase, recordOfModule, type SearchRecord } from './records.ts';
import { type CasesFile, type OthersFile, searchFileVersion } from './search-file.ts';

/** What the house wrote and published, to be ranked beside the library. */
export type HousePieces = {
  /** The library with them. */
  catalogue: Catalogue;
  cases: readonly { entry: CatalogueCase; story: readonly string[] }[];
  modules: readonly (Module & { path: string })[];
};

/** What ranks them, once it is joined to what ranks the library (join-files.ts). */
export type HouseRanking = { cases: CasesFile; others: OthersFile };

/** Weighed and cut as the build would have done: by how long and how common things are in the library and here together. Pure. */
export function rankHouse({ catalogue, cases, modules }: HousePieces, measures: Measures): HouseRanking {
  const { language } = catalogue;
  const file = { version: searchFileVersion, language } as const;
  const concepts = conceptsOf(catalogue, measures.written);
  const records = cases.map(({ entry, story }) => withStory(recordOfCase(catalogue, entry, entry), story));
  const counted = countRecords(records, concepts);
  const averages = new Map([...averageLengths(counted), ...Object.entries(measures.lengths)]);
  const carried = new Set(records.flatMap(({ marks }) => marks));
  // What the library's own file has already is not sent again.
  const own = concepts.filter(({ id, label }) => label !== undefined && carried.has(id));
  const taught = modules.map((module) => recordOfModule(catalogue, module));
  return {
    cases: {
      ...file,
      records: cases.map(({ entry }) => entry.id),
      concepts: own.map(({ id, ways, means }) => ({ id, ways: ways.join(','), marks: means })),
      marks: marksIn(own, records),
      homographs: '',
      words: packFrequencies(frequenciesOf(counted, concepts, averages), measures),
    },
    others: {
      ...file,
      records: modules.map(({ path, title, purpose }) => ({ kind: 'module', path, title, text: purpose })),
      words: packWords(taught, concepts),
    },
  };
}

/** Of the library Pagefind knows the stories; of these nobody else does. */
function withStory(record: SearchRecord, texts: readonly string[]): SearchRecord {
  return { ...record, fields: [...record.fields, { name: 'story', weight: 0.6, evenness: 0.75, texts }] };
}
