import { firstLanguage } from '#i18n/languages.ts';
import type { PersonRow } from '#server/database/schema.ts';
import type { PersonPatch } from '#server/people/person-life.ts';
import { personRowSchema, toPersonColumns } from '#server/people/person-row.ts';

/** The fields of the form, as they were typed; `team` is an id. They have the names of the columns of people.csv. */
export const personFields = [
  'name',
  'email',
  'team',
  'role',
  'zone',
  'language',
  'staff_number',
  'joined',
  'starts',
  'leaves',
  'away',
  'shifts',
  'holidays',
] as const;

export type PersonField = (typeof personFields)[number];

export type PersonDraft = Record<PersonField, string>;

/** `wrong`: cannot be read, as the hint of the field says. */
export type PersonFault = 'wrong' | 'taken' | 'erased' | 'before-first-day';

export type PersonFaults = Partial<Record<PersonField, PersonFault>>;

export type ReadDraft =
  | { ok: true; patch: Required<PersonPatch>; teamId: number }
  | { ok: false; faults: PersonFaults };

export const emptyDraft: PersonDraft = {
  ...{ name: '', email: '', team: '', role: '', zone: '', language: firstLanguage, staff_number: '', joined: '' },
  ...{ starts: '', leaves: '', away: '', shifts: '', holidays: '' },
};

/** The form as it stands for a person. */
export function draftOf(person: PersonRow): PersonDraft {
  const { name, email, team_id, role, zone, language, staff_number, joined_year } = person;
  const { starts_on, leaves_on, away_until, shifts, holidays } = person;
  const text = (value: string | number | null) => String(value ?? '');
  return {
    ...{ name, email, team: String(team_id), role, zone, language },
    ...{ staff_number: text(staff_number), joined: text(joined_year) },
    ...{ starts: text(starts_on), leaves: text(leaves_on), away: text(away_until) },
    ...{ shifts: text(shifts), holidays: text(holidays) },
  };
}

/** The form as it was posted; a field that is not there is as in `before`. */
export function draftIn(fields: Readonly<Record<string, string>>, before: PersonDraft): PersonDraft {
  const given = personFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field].trim()]]));
  return { ...before, ...Object.fromEntries(given) };
}

/** Reads a draft by the rules of people.csv, or names the fields that are wrong. `ownTeams` are those that may be chosen. */
export function readDraft(draft: PersonDraft, ownTeams: readonly number[]): ReadDraft {
  const read = personRowSchema.safeParse(draft);
  const faults: PersonFaults = {};
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
  for (const field of personFields) if (wrong.has(field)) faults[field] = 'wrong';
  const teamId = ownTeams.find((id) => String(id) === draft.team);
  if (teamId === undefined) faults.team = 'wrong';
  if (draft.starts !== '' && draft.leaves !== '' && draft.leaves < draft.starts) faults.leaves ??= 'before-first-day';
  if (!read.success || teamId === undefined || Object.keys(faults).length > 0) return { ok: false, faults };
  const { language = firstLanguage } = read.data;
  const none = { joined_year: null, starts_on: null, leaves_on: null, away_until: null, staff_number: null };
  return {
    ok: true,
    teamId,
    patch: { ...none, shifts: null, holidays: null, ...toPersonColumns({ ...read.data, language }), language },
  };
}
