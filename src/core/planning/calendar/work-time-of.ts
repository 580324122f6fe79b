import { chosenTimesOf, nothingChosen, withinChoice } from './chosen-times.ts';
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
export type PersonHours = {
  zone: string;
  shifts: string | null;
  holidays: string | null;
  /** Their own choice of days and hours. */
  mail_days: string | null;
  mail_hours: string | null;
};

/** The same text for teams that keep the same hours. */
export function hoursKey({ zone, mail_time, work_week, shifts, quiet_from, quiet_to, holidays }: TeamHours): string {
  return [zone, mail_time, work_week, shifts, quiet_from, quiet_to, holidays].join('\n');
}

/** The same text for people of one team who keep the same hours. */
export function personHoursKey({ zone, shifts, holidays, mail_days, mail_hours }: PersonHours): string {
  const isAsTeam = shifts === null && holidays === null && mail_days === null && mail_hours === null;
  return isAsTeam ? zone : [zone, shifts, holidays, mail_days, mail_hours].join('\n');
}

export function teamWorkTime(team: TeamHours): WorkTime {
  return {
    zone: team.zone,
    at: team.mail_time,
    week: weekOf(team.work_week, team.zone),
    shifts: shiftsOf(team.shifts),
    quiet: quietOf(team),
    ...daysOfCalendar(team.holidays, null),
    chosen: nothingChosen,
  };
}

/** A person's working time: as the house says, within the days and hours that they chose themselves. */
export function personWorkTime(team: TeamHours, person: PersonHours): WorkTime {
  return withinChoice(houseWorkTime(team, person), chosenTimesOf(person.mail_days, person.mail_hours));
}

/** What the house says of a person's working time: the team's, in their own zone, with their own shifts and holidays where they have any. */
export function houseWorkTime(team: TeamHours, person: Pick<PersonHours, 'zone' | 'shifts' | 'holidays'>): WorkTime {
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
