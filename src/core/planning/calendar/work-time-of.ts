import { daysOfCalendar } from './days-of-calendar.ts';
import { type QuietHours, usualQuietHours } from './quiet-hours.ts';
import { parseShiftPattern, type ShiftPattern } from './shift-pattern.ts';
import { usualWeek } from './usual-week.ts';
import type { WorkTime } from './work-time.ts';
import { parseWorkingWeek, type WorkingWeek } from './working-week.ts';

/** What the store keeps of a team's working time; texts were checked when they were taken in. */
export type TeamHours = {
  zone: string;
  mail_time: string;
  work_week: string | null;
  shifts: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  holidays: string | null;
};

/** What may differ for one person. */
export type PersonHours = { zone: string; shifts: string | null; holidays: string | null };

/** The same text for teams that keep the same hours. */
export function hoursKey({ zone, mail_time, work_week, shifts, quiet_from, quiet_to, holidays }: TeamHours): string {
  return [zone, mail_time, work_week, shifts, quiet_from, quiet_to, holidays].join('\n');
}

export function teamWorkTime(team: TeamHours): WorkTime {
  return {
    zone: team.zone,
    at: team.mail_time,
    week: weekOf(team.work_week, team.zone),
    shifts: shiftsOf(team.shifts),
    quiet: quietOf(team),
    ...daysOfCalendar(team.holidays, null),
  };
}

/** A person's working time: the team's, in their own zone, with their own shifts and holidays where they have any. */
export function personWorkTime(team: TeamHours, person: PersonHours): WorkTime {
  return {
    ...teamWorkTime(team),
    zone: person.zone,
    week: weekOf(team.work_week, person.zone),
    shifts: shiftsOf(person.shifts ?? team.shifts),
    ...daysOfCalendar(team.holidays, person.holidays),
  };
}

/** As written; of nothing written, what is usual where somebody is. */
function weekOf(text: string | null, zone: string): WorkingWeek {
  const parsed = text === null ? null : parseWorkingWeek(text);
  return parsed?.ok ? parsed.week : usualWeek(zone);
}

function shiftsOf(text: string | null): ShiftPattern | null {
  const parsed = text === null ? null : parseShiftPattern(text);
  return parsed?.ok ? parsed.pattern : null;
}

function quietOf({ quiet_from, quiet_to }: TeamHours): QuietHours {
  return quiet_from && quiet_to ? { from: quiet_from, to: quiet_to } : usualQuietHours;
}
