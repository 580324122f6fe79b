import { type Mark, type OwnCalendar, type OwnDay, ownDays, parseCalendar } from './own-calendar.ts';
import { freeDaysOf, workedDaysOf } from './public-holidays.ts';
import type { Days, WorkTime } from './work-time.ts';

type CalendarDays = Pick<WorkTime, 'freeDays' | 'workedDays' | 'closedDays'>;

/** A calendar as the store keeps it; texts were checked when they were taken in, and one that holds no longer counts as none. */
function calendarOf(text: string | null, whenBare: 'none' | 'team'): OwnCalendar {
  const parsed = text === null ? null : parseCalendar(text, whenBare);
  return parsed?.ok ? parsed.calendar : { base: { kind: whenBare }, marks: [] };
}

/** Which days are free, worked and closed for a team (`null`: its calendar alone) or for one of its people, whose own word comes last. */
export function daysOfCalendar(team: string | null, person: string | null): CalendarDays {
  const ofTeam = calendarOf(team, 'none');
  const own = calendarOf(person, 'team');
  if (own.base.kind !== 'team') return daysFrom(regionOf(own), own.marks);
  return daysFrom(regionOf(ofTeam), [...ofTeam.marks, ...own.marks]);
}

function daysFrom(region: string | null, marks: readonly Mark[]): CalendarDays {
  const own = ownDays(marks);
  const official = workedDaysOf(region);
  const are = (day: OwnDay): Days => ({ has: (date) => own.get(date) === day });
  return {
    freeDays: freeDaysOf(region),
    closedDays: are('closed'),
    workedDays: { has: (date) => own.get(date) === 'worked' || official.has(date) },
  };
}

function regionOf({ base }: OwnCalendar): string | null {
  return base.kind === 'region' ? base.region : null;
}

/** The region whose public holidays somebody keeps; `null` is none. */
export function regionKept(team: string | null, person: string | null): string | null {
  const own = calendarOf(person, 'team');
  return own.base.kind === 'team' ? regionOf(calendarOf(team, 'none')) : regionOf(own);
}
