import { z } from 'zod';
import { roleIds } from '#catalogue/schema/roles.ts';
import { parseShiftPattern } from '#core/planning/calendar/shift-pattern.ts';
import { paces } from '#core/planning/pace.ts';
import { languages } from '#i18n/languages.ts';
import type { PersonRow } from '#server/database/schema.ts';
import { type Cell, calendarCell, givenOf, optionalCell, parsedCell } from './cell.ts';

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** Asked of the runtime rather than of a list: Intl.supportedValuesOf leaves out aliases such as Asia/Kolkata. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && zone.includes('/');
  } catch {
    return false;
  }
}

/** Whether a text is an e-mail address, or a day of the calendar, as a line of people.csv would need it. */
export function isAddress(text: string): boolean {
  return z.email().safeParse(text.trim()).success;
}

export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** Names go into mail headers and pages; both are escaped, and neither needs these. */
const plainText = /^[^\p{Cc}<>]*$/u;
const plainTextMend = 'take out control characters and angle brackets';

const joinedYear = z.coerce
  .number('give a year, as in 2019')
  .int()
  .min(1950, 'give a year, as in 2019')
  .max(2100, 'give a year, as in 2019');

/** One line of people.csv: team,name,email,role,zone and, if wanted, joined,starts,leaves,away,language,pace,sector,shifts,holidays,staff_number. */
export const personRowSchema = z.object({
  team: z.string('the column "team" is missing').min(1, 'name the team').max(80).regex(plainText, plainTextMend),
  name: z
    .string('the column "name" is missing')
    .min(1, 'give the person’s name')
    .max(80)
    .regex(plainText, plainTextMend),
  email: z.preprocess((value) => String(value ?? '').toLowerCase(), z.email('this is not an e-mail address')),
  role: z.preprocess((value) => String(value ?? '').toLowerCase(), z.enum(roleIds, `use one of ${roleIds.join(', ')}`)),
  zone: z
    .string('the column "zone" is missing')
    .refine(isTimeZone, 'use a time zone such as Asia/Tokyo or Europe/Amsterdam'),
  joined: optionalCell(joinedYear),
  starts: optionalCell(z.iso.date('write the first day as 2027-04-01')),
  leaves: optionalCell(z.iso.date('write the last day in the team as 2027-03-31')),
  language: z.preprocess(blankAsAbsent, z.enum(languages, `use one of ${languages.join(', ')}`).optional()),
  pace: z.preprocess(blankAsAbsent, z.enum(paces, `use one of ${paces.join(', ')}`).optional()),
  sector: z.preprocess(blankAsAbsent, z.string().optional()),
  shifts: parsedCell(parseShiftPattern),
  holidays: calendarCell('team'),
  away: optionalCell(z.iso.date('write the last day of the absence as 2027-06-30')),
  staff_number: optionalCell(z.string().max(40).regex(plainText, plainTextMend)),
});

export type PersonRowIn = z.infer<typeof personRowSchema>;

/** A line as columns of the person table. What the list leaves out stays as it is; the pace is the person's own choice, given only at first. */
export function toPersonColumns(row: PersonRowIn) {
  const { email, name, role, zone, language, joined, starts, leaves, away, shifts, holidays, staff_number } = row;
  return {
    ...{ email, name, role, zone },
    ...givenOf({ language, joined_year: joined, starts_on: starts, leaves_on: leaves, away_until: away }),
    ...givenOf({ shifts, holidays, staff_number }),
  };
}

/** The line that gives a person back; the sector stands with the team. A column that is read and not written does not compile. */
export function toPersonLine(row: PersonRow, team: string): Record<Exclude<keyof PersonRowIn, 'sector'>, Cell> {
  const { name, email, role, zone, joined_year, starts_on, leaves_on, away_until, staff_number } = row;
  const { language, pace, shifts, holidays } = row;
  return {
    ...{ team, name, email, role, zone, joined: joined_year, starts: starts_on, leaves: leaves_on, away: away_until },
    ...{ language, pace, shifts, holidays, staff_number },
  };
}
