import { daysToChooseFrom, readChosenTimes, type TimesRefusal } from '#core/planning/calendar/choose-times.ts';
import { type ChosenTimes, chosenTimesOf } from '#core/planning/calendar/chosen-times.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { houseWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type { WorkingWeek } from '#core/planning/calendar/working-week.ts';
import type { Db } from '#server/database/open-database.ts';
import type { PersonRow } from '#server/database/schema.ts';

/** Fields of the form, one for each day of the week from Monday on. */
export const dayFields = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What a reader may choose from, and what they chose. */
export type OwnHours = { offered: WorkingWeek; teamTime: string; chosen: ChosenTimes };

/** Days that they chose and the house works no longer are offered too, or keeping the rest would drop them unsaid. */
export async function readOwnHours(db: Db, person: PersonRow): Promise<OwnHours> {
  const house = await houseTimeOf(db, person);
  const chosen = chosenTimesOf(person.mail_days, person.mail_hours);
  return { offered: daysToChooseFrom(house).union(chosen.days ?? new Set()), teamTime: house.at, chosen };
}

/** Keeps the days and hours of a form, or says why not. Mail that has not left is asked again when it leaves, so nothing of it is withdrawn. */
export async function chooseTimes(
  db: Db,
  person: PersonRow,
  fields: Readonly<Record<string, string>>,
): Promise<{ ok: true } | { ok: false; why: TimesRefusal }> {
  const days = new Set(dayFields.flatMap((name, index) => (fields[name] === undefined ? [] : [index + 1])));
  const typed = { days, from: fields['from'] ?? '', until: fields['until'] ?? '' };
  const read = readChosenTimes(typed, await houseTimeOf(db, person));
  if (!read.ok) return read;
  const { mail_days, mail_hours } = read;
  await db.updateTable('person').set({ mail_days, mail_hours }).where('id', '=', person.id).execute();
  return { ok: true };
}

async function houseTimeOf(db: Db, person: PersonRow): Promise<WorkTime> {
  const team = await db.selectFrom('team').selectAll().where('id', '=', person.team_id).executeTakeFirstOrThrow();
  return houseWorkTime(team, person);
}
