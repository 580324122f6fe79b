import type { ReadingFault } from '#core/tables/reading-fault.ts';

/** What a list may say of a person beside who they are; the names are those of its columns. */
export type PersonFields = {
  name: string;
  staffNumber: string | null;
  role: string;
  zone: string;
  language: string;
  joined: number | null;
  /** First and last day, and the last of an absence: ISO texts. */
  starts: string | null;
  leaves: string | null;
  away: string | null;
  shifts: string | null;
  holidays: string | null;
};

export const personFields = [
  'name',
  'staffNumber',
  'role',
  'zone',
  'language',
  'joined',
  'starts',
  'leaves',
  'away',
  'shifts',
  'holidays',
] as const satisfies readonly (keyof PersonFields)[];

/**
 * One line of a list of people, read and found good. A field is absent where the list has no column for it, which leaves what is known; an empty
 * cell is `null` and takes it away. The address is in lower case.
 */
export type ListedPerson = {
  line: number;
  email: string;
  team: string;
  pace?: string | undefined;
  sector?: string | undefined;
} & { name: string } & { [Field in keyof Omit<PersonFields, 'name'>]?: PersonFields[Field] | undefined };

/** Somebody whom the store knows. */
export type KnownPerson = PersonFields & { id: number; email: string; teamId: number; hasLeft: boolean };

export type KnownTeam = { id: number; name: string };

/** An address that somebody had before, and nobody has now. */
export type FormerAddress = { address: string; personId: number };

/** What a team was called before. */
export type FormerName = { name: string; teamId: number };

/** What is wrong with a line, for the words of either language; `said` is what stands there, or what it is held against. */
export const faultKinds = [
  'missing',
  'not-an-address',
  'too-long',
  'bad-characters',
  'letters-lost',
  'unknown-zone',
  'unknown-sector',
  'unknown-language',
  'unknown-pace',
  'unknown-region',
  'bad-shifts',
  'bad-date',
  'bad-year',
  'address-twice',
  'staff-number-twice',
  'two-people',
  'address-of-another',
  'not-your-team',
  'not-your-person',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export type ListFault =
  | { line: number; field: string; wrong: FaultKind; said: string }
  /** A cell that the reader of the file could not take. */
  | { line: number; field: string; wrong: 'unread'; why: ReadingFault };

/** A line that is not taken, with what of it could be read: whoever it may be about is not taken for somebody who left. */
export type FaultyLine = { line: number; email: string; name: string; team: string; staffNumber: string };
