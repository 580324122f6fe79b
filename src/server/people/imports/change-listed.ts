import type { Leaving, PersonChange } from '#core/people/import-plan.ts';
import { languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { changePerson, moveTo, type PersonPatch } from '../person-life.ts';
import type { BatchParts } from './apply-import.ts';
import type { Columns, NewChange } from './import-changes.ts';

/** Brings somebody known up to date, in the caller's transaction; `null` when that is no longer possible. */
export async function changeListed(
  trx: Db,
  change: PersonChange,
  { teams, now }: BatchParts,
): Promise<NewChange | null> {
  const before = await trx.selectFrom('person').selectAll().where('id', '=', change.personId).executeTakeFirst();
  if (!before) return null;
  const changed = await changePerson(trx, change.personId, patchOf(change), now);
  if (!changed.ok) return null;
  if (change.move) await moveTo(trx, change.personId, teams(change.move.to));
  return noted('changed', trx, before);
}

/** Somebody whom the list leaves out: their last day was the day before. `null` when they are no more. */
export async function letGo(trx: Db, { personId }: Leaving, now: Instant): Promise<NewChange | null> {
  const before = await trx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!before) return null;
  const left = await changePerson(trx, personId, { leaves_on: dayBefore(now) }, now);
  return left.ok ? noted('left', trx, before) : null;
}

/** Yesterday in UTC, as an ISO text: whoever leaves so is mailed nothing more from now on. */
export function dayBefore(now: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('Etc/UTC')
    .toPlainDate()
    .subtract({ days: 1 })
    .toString();
}

const columnOf = {
  name: 'name',
  staffNumber: 'staff_number',
  role: 'role',
  zone: 'zone',
  language: 'language',
  joined: 'joined_year',
  starts: 'starts_on',
  leaves: 'leaves_on',
  away: 'away_until',
  shifts: 'shifts',
  holidays: 'holidays',
} as const;

export function patchOf({ row, fields, newEmail, cameBack }: PersonChange): PersonPatch {
  const { name, role, zone, staffNumber, joined, starts, leaves, away, shifts, holidays } = row;
  const language = languages.find((one) => one === row.language);
  const all = {
    name,
    ...(role !== undefined && { role }),
    ...(zone !== undefined && { zone }),
    ...(language && { language }),
    ...(staffNumber !== undefined && { staff_number: staffNumber }),
    ...(joined !== undefined && { joined_year: joined }),
    ...(starts !== undefined && { starts_on: starts }),
    ...(leaves !== undefined && { leaves_on: leaves }),
    ...(away !== undefined && { away_until: away }),
    ...(shifts !== undefined && { shifts }),
    ...(holidays !== undefined && { holidays }),
  };
  const wanted = new Set<string>(fields.map(({ field }) => columnOf[field]));
  const patch: PersonPatch = Object.fromEntries(Object.entries(all).filter(([column]) => wanted.has(column)));
  return {
    ...(cameBack && { leaves_on: leaves ?? null }),
    ...patch,
    ...(newEmail !== null && { email: newEmail }),
  };
}

/** Columns that an import writes; their values before and after are what undoing rests on. */
export const writtenColumns = [
  'team_id',
  'email',
  'name',
  'role',
  'zone',
  'language',
  'joined_year',
  'starts_on',
  'leaves_on',
  'away_until',
  'staff_number',
  'shifts',
  'holidays',
] as const satisfies readonly (keyof PersonRow)[];

async function noted(act: 'changed' | 'left', trx: Db, before: PersonRow): Promise<NewChange> {
  const after = await trx.selectFrom('person').selectAll().where('id', '=', before.id).executeTakeFirstOrThrow();
  const differing = writtenColumns.filter((column) => before[column] !== after[column]);
  const of = (row: PersonRow): Columns => Object.fromEntries(differing.map((column) => [column, row[column]]));
  return { act, personId: before.id, teamId: null, before: of(before), after: of(after) };
}
