import { type ChosenHours, daysAsText, leastHours, minutesIn, sharesDay } from './chosen-times.ts';
import type { QuietHours } from './quiet-hours.ts';
import { isTimeOfDay } from './time-of-day.ts';
import type { WorkTime } from './work-time.ts';
import type { WorkingWeek } from './working-week.ts';

/** Days and hours as a form gives them; an empty time is as the house has it. */
export type TimesTyped = { days: WorkingWeek; from: string; until: string };

/** *no-day*: none was chosen; *no-working-day*: on none of them is ever work; *bad-hours*: a time is none, or one end says nothing without the other. */
export const timesRefusals = ['no-day', 'no-working-day', 'bad-hours', 'too-short'] as const;

export type TimesRefusal = (typeof timesRefusals)[number];

export type TimesRead =
  | { ok: true; mail_days: string | null; mail_hours: string | null }
  | { ok: false; why: TimesRefusal };

const wholeWeek: WorkingWeek = new Set([1, 2, 3, 4, 5, 6, 7]);

/** The days of the week that somebody may choose from: those on which the house works, which on shifts may be any. */
export function daysToChooseFrom({ week, shifts }: WorkTime): WorkingWeek {
  return shifts ? wholeWeek : week;
}

/** What to keep of a choice within the house's working time; all of its days are none in particular, so that they follow when it changes them. */
export function readChosenTimes({ days, from, until }: TimesTyped, house: WorkTime): TimesRead {
  if (days.size === 0) return { ok: false, why: 'no-day' };
  if (!sharesDay(house, days)) return { ok: false, why: 'no-working-day' };
  const hours = readHours(from.trim(), until.trim(), house.quiet);
  if (hours === 'bad-hours') return { ok: false, why: hours };
  if (hours !== null && minutesIn(hours) < leastHours * 60) return { ok: false, why: 'too-short' };
  return {
    ok: true,
    mail_days: daysToChooseFrom(house).isSubsetOf(days) ? null : daysAsText(days),
    mail_hours: hours && `${hours.from}-${hours.until}`,
  };
}

function readHours(from: string, until: string, quiet: QuietHours): ChosenHours | 'bad-hours' | null {
  if (from === '' && until === '') return null;
  const hours = { from: from || quiet.to, until: until || quiet.from };
  if (!isTimeOfDay(hours.from) || !isTimeOfDay(hours.until)) return 'bad-hours';
  // "From 22:00" alone would run into the house's evening of the next day.
  const isOneSided = from === '' || until === '';
  const endsThatDay = hours.from < hours.until || hours.until === '00:00';
  return isOneSided && !endsThatDay ? 'bad-hours' : hours;
}
