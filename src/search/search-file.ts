import type { Language } from '#i18n/languages.ts';

/** The version of the files in `search/`; a page that was open while the site was built anew must not misread them. */
export const searchFileVersion = 2;

/** Records of one kind, and where each key stands among them: `words` holds `key postings` divided by `;`, see postings.ts. */
export type PostingListsFile<Entry> = {
  version: typeof searchFileVersion;
  language: Language;
  records: Entry[];
  words: string;
};

/** A concept as a browser needs it: compiled ways divided by commas, and the marks it stands for. */
export type FiledConcept = { id: string; ways: string; marks: string[] };

/** What a mark is called, and the cases (by number) that carry it: so that a result can say why it was found. */
export type FiledMark = { label: string; cases: number[] };

/** `search/<language>.json`: what ranks the cases, by their ids. */
export type CasesFile = PostingListsFile<string> & {
  concepts: FiledConcept[];
  marks: Record<string, FiledMark>;
  /** Keys that are words of another language as well, divided by commas (homographs.ts). */
  homographs: string;
};

/** A lesson or question, or a module of the house, with what a result says of it. */
export type OtherRecord = { kind: 'lesson' | 'question' | 'module'; path: string; title: string; text: string };

/** `search/<language>-others.json`: lessons and questions. A file of its own, because the cases must not wait for it. */
export type OthersFile = PostingListsFile<OtherRecord>;

/** `search/other-words.json`: ways of speaking in languages that the library is not told in, and spellings of names; fetched when such words are seen. */
export type OtherWordsFile = {
  version: typeof searchFileVersion;
  /** A concept, and ways compiled by light stems (light-stem.ts), divided by commas. */
  spoken: { id: string; ways: string }[];
  /** A name as the cases spell it, and its other spellings, divided by commas. */
  names: { name: string; ways: string }[];
};

function isOfThisVersion(value: unknown): value is { version: unknown } {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === searchFileVersion;
}

export function isCasesFile(value: unknown): value is CasesFile {
  return isOfThisVersion(value) && 'concepts' in value;
}

export function isOthersFile(value: unknown): value is OthersFile {
  return isOfThisVersion(value) && 'records' in value && !('concepts' in value);
}

export function isOtherWordsFile(value: unknown): value is OtherWordsFile {
  return isOfThisVersion(value) && 'spoken' in value;
}
