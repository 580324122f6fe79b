import type { KnownTeam, ListedPerson, ListFault, PersonFields } from './listed-person.ts';

/** Of whom it says something when a list leaves them out. *nobody*: the list only adds. *teams*: those of the teams it names. *house*: everybody. */
export const absences = ['nobody', 'teams', 'house'] as const;

export type Absence = (typeof absences)[number];

export type FieldChange = {
  field: keyof PersonFields;
  from: string | number | null;
  to: string | number | null;
};

/** A team as a plan speaks of it: one that is known, or one that it makes. */
export type PlannedTeam = { id: number | null; name: string };

/** A team that the list names and nobody knows. Its zone and sector are those that most of its lines give. */
export type TeamToMake = { name: string; zone: string; sector: string | null; people: number };

export type Joining = { line: number; email: string; team: PlannedTeam; pace: string | null } & PersonFields;

/** What becomes of somebody known. `email` is theirs until now; `newEmail` null leaves it. */
export type PersonChange = {
  line: number;
  personId: number;
  email: string;
  row: ListedPerson;
  newEmail: string | null;
  fields: FieldChange[];
  /** Null where they stay. */
  move: { from: KnownTeam; to: PlannedTeam } | null;
  cameBack: boolean;
};

export type Leaving = { personId: number; email: string; name: string; team: KnownTeam };

/** Why a line with a new address may be about somebody known. */
export type Evidence = 'staff-number' | 'former-address' | 'name-and-team';

/** A question that only a person can answer. `key` stays the same for the same file and store. */
export type SameDoubt = {
  key: string;
  evidence: Evidence;
  line: number;
  listed: { name: string; email: string; team: string };
  known: { personId: number; name: string; email: string; team: string };
  answer: YesNo | null;
};

/** `people` of the team's `of` stand in the list under the new name. */
export type RenameDoubt = {
  key: string;
  team: KnownTeam;
  to: string;
  people: number;
  of: number;
  answer: YesNo | null;
};

export type YesNo = 'yes' | 'no';

export type ImportAnswers = {
  same: ReadonlyMap<string, YesNo>;
  renamed: ReadonlyMap<string, YesNo>;
  /** Ids of those who stay although the list leaves them out. */
  stays: ReadonlySet<number>;
};

/** What a list of people would change. Everybody in it, and everybody it speaks of, stands in one place. */
export type ImportPlan = {
  joined: Joining[];
  changed: PersonChange[];
  moved: PersonChange[];
  cameBack: PersonChange[];
  unchanged: number;
  left: Leaving[];
  /** Left out, and kept because somebody said so, or because a faulty line may be about them. */
  kept: Leaving[];
  /** How many the list speaks of who were in post: of so many the leavers are some. */
  spokenOf: number;
  teamsMade: TeamToMake[];
  teamsRenamed: { team: KnownTeam; to: string }[];
  sameDoubts: SameDoubt[];
  renameDoubts: RenameDoubt[];
  /** Not taken in, because they were erased. */
  erased: { line: number; email: string }[];
  /** Lines that say word for word what another says. */
  repeated: { line: number; email: string; first: number }[];
  faults: ListFault[];
};

/** How many questions are still to be answered. */
export function openDoubts({ sameDoubts, renameDoubts }: ImportPlan): number {
  return [...sameDoubts, ...renameDoubts].filter(({ answer }) => answer === null).length;
}

/** Whether a plan does anything at all. */
export function changesAnything({ joined, changed, moved, cameBack, left, teamsRenamed }: ImportPlan): boolean {
  return [joined, changed, moved, cameBack, left, teamsRenamed].some(({ length }) => length > 0);
}

/** So many leave, and so large a share, as happens by a mistake rather than in a month. */
export function leavesLikeAMistake({ left, spokenOf }: ImportPlan): boolean {
  return left.length >= 5 && left.length * 5 > spokenOf;
}

/** How many lines have a fault. */
export function faultyLines({ faults }: ImportPlan): number {
  return new Set(faults.map(({ line }) => line)).size;
}
