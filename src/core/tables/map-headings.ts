import { bareNames, bareNumbers } from './bare-headings.ts';
import { headingWords } from './heading-words.ts';
import { columnsOf, type ListKind, type StaffColumn } from './staff-columns.ts';

/** What a heading of a file is taken for. */
export type HeadingProposal = {
  heading: string;
  /** Our column; null when no column of the list goes by that name. */
  column: StaffColumn | null;
  /** The column it may have been meant for, when it is none. */
  near: StaffColumn | null;
};

/** A heading as it is compared: without case, accents, spaces and signs. */
export function plainHeading(heading: string): string {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}#]/gu, '');
  return plain.normalize('NFC');
}

const plainOf = (words: readonly string[]) => words.map(plainHeading);
const plainBareNames = plainOf(bareNames);
const plainBareNumbers = plainOf(bareNumbers);

const lists = { people: wordsOfList('people'), exposures: wordsOfList('exposures'), teams: wordsOfList('teams') };

function wordsOfList(list: ListKind): ReadonlyMap<string, StaffColumn> {
  const columns: readonly StaffColumn[] = columnsOf[list];
  return new Map(columns.flatMap((column) => plainOf([column, ...headingWords[column]]).map((word) => [word, column])));
}

/** Proposes our column for each heading of a file. Two headings may be proposed for one column: which of them it is has to be asked. */
export function mapHeadings(headings: readonly string[], list: ListKind): HeadingProposal[] {
  const proposals = headings.map((heading) => {
    const column = columnNamed(heading, lists[list]);
    return { heading, column, near: column ? null : nearColumn(heading, list) };
  });
  return namesInTwo(ownNamesFirst(proposals));
}

function columnNamed(heading: string, words: ReadonlyMap<string, StaffColumn>): StaffColumn | null {
  const without = heading.normalize('NFKC').replaceAll(/[([].*?[)\]]/g, '');
  return words.get(plainHeading(heading)) ?? words.get(plainHeading(without)) ?? null;
}

/** A word that begins one of ours or goes on from it, or is one letter away. */
function nearColumn(heading: string, list: ListKind): StaffColumn | null {
  const plain = plainHeading(heading);
  if (list === 'people' && plainBareNumbers.includes(plain)) return 'staffNumber';
  if (plain.length < 4) return null;
  const columns: readonly StaffColumn[] = columnsOf[list];
  return columns.find((column) => isNear(plain, plainHeading(column))) ?? null;
}

function isNear(plain: string, own: string): boolean {
  if (own.length < 4) return false;
  return own.startsWith(plain) || plain.startsWith(own) || (plain.length > 4 && oneLetterAway(plain, own));
}

/** One letter more, less, another, or two changed over. */
function oneLetterAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  let behind = 0;
  const most = Math.min(one.length, other.length) - from;
  while (behind < most && one.at(-1 - behind) === other.at(-1 - behind)) behind += 1;
  const [left, right] = [one.slice(from, one.length - behind), other.slice(from, other.length - behind)];
  return left.length <= 1 && right.length <= 1 ? true : left.length === 2 && left === [...right].reverse().join('');
}

/** A heading that is our own name for a column goes before another's. */
function ownNamesFirst(proposals: readonly HeadingProposal[]): HeadingProposal[] {
  const isOwn = ({ heading, column }: HeadingProposal) => heading.trim().toLowerCase() === column?.toLowerCase();
  const own = new Set(proposals.filter(isOwn).map(({ column }) => column));
  return proposals.map((proposal) =>
    own.has(proposal.column) && !isOwn(proposal) ? { ...proposal, column: null } : proposal,
  );
}

/** "Name" beside "Vorname" is the last name; beside "Vorname" and "Nachname" it is the whole. */
function namesInTwo(proposals: readonly HeadingProposal[]): HeadingProposal[] {
  const has = (wanted: StaffColumn) => proposals.some(({ column }) => column === wanted);
  const [given, family] = [has('givenName'), has('familyName')];
  const missing = given === family ? null : given ? 'familyName' : 'givenName';
  return proposals.map((proposal) => {
    const { column, heading } = proposal;
    if (missing && column === 'name' && plainBareNames.includes(plainHeading(heading)))
      return { ...proposal, column: missing };
    const part = column === 'givenName' || column === 'familyName';
    return part && has('name') && !missing ? { ...proposal, column: null } : proposal;
  });
}
