import { z } from 'zod';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import { parseQuietHours } from '#core/planning/calendar/quiet-hours.ts';
import { parseShiftPattern } from '#core/planning/calendar/shift-pattern.ts';
import { isTimeOfDay } from '#core/planning/calendar/time-of-day.ts';
import { parseWorkingWeek } from '#core/planning/calendar/working-week.ts';
import type { TeamRow } from '#server/database/schema.ts';
import { type Cell, calendarCell, givenOf, listCell, optionalCell, parsedCell } from './cell.ts';
import { isTimeZone } from './person-row.ts';

const site = /^[A-Z]{2} \S/;

const isAddress = (text: string) => z.email().safeParse(text).success;

/** One line of teams.csv. Lists take semicolons between their words; a site is its country and name, `JP Nagoya plant`. */
export const teamRowSchema = z.object({
  team: z.string('the column "team" is missing').min(1, 'name the team'),
  zone: z.string().refine(isTimeZone, 'use a time zone such as Asia/Tokyo or Europe/Amsterdam').optional(),
  sector: optionalCell(z.string()),
  mail_time: z.string().refine(isTimeOfDay, 'write the time as 08:30').optional(),
  work_week: parsedCell(parseWorkingWeek),
  shifts: parsedCell(parseShiftPattern),
  quiet: parsedCell(parseQuietHours),
  holidays: calendarCell('none'),
  routes: listCell,
  systems: listCell,
  sites: listCell.refine(
    (sites) => (sites ?? []).every((entry) => site.test(entry)),
    'write a site as its country and name, as in JP Nagoya plant',
  ),
  trainers: listCell
    .refine((trainers) => (trainers ?? []).every(isAddress), 'separate e-mail addresses by semicolons')
    .transform((trainers) => trainers?.map((address) => address.toLowerCase())),
});

export type TeamRowIn = z.infer<typeof teamRowSchema>;

/** A line as columns of the team table; what it leaves out stays as it is. */
export function toTeamColumns({ zone, sector, mail_time, work_week, shifts, holidays, quiet }: TeamRowIn) {
  return givenOf({ zone, sector, mail_time, work_week, shifts, holidays, ...quietColumns(quiet) });
}

function quietColumns(quiet: string | null | undefined) {
  if (quiet === undefined) return {};
  const [from = null, to = null] = quiet?.split('-').map((time) => time.trim()) ?? [];
  return { quiet_from: from, quiet_to: to };
}

/** The line that gives a team back, with the words of its lists and its trainers. A column that is read and not written does not compile. */
export function toTeamLine(
  row: TeamRow,
  words: (kind: TeamLinkKind) => readonly string[],
  trainers: readonly string[],
): Record<keyof TeamRowIn, Cell> {
  const { name, zone, sector, mail_time, work_week, shifts, quiet_from, quiet_to, holidays } = row;
  const list = (kind: TeamLinkKind) => words(kind).join('; ');
  return {
    team: name,
    zone,
    sector,
    mail_time,
    work_week,
    shifts,
    quiet: quiet_from && quiet_to ? `${quiet_from}-${quiet_to}` : null,
    holidays,
    routes: list('route'),
    systems: list('system'),
    sites: list('site'),
    trainers: trainers.join('; '),
  };
}
