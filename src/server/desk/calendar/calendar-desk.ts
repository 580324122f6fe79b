import { localDate } from '#core/planning/calendar/calendar.ts';
import { regionKept } from '#core/planning/calendar/days-of-calendar.ts';
import { officialUntil } from '#core/planning/calendar/official-days.ts';
import {
  type Mark,
  markText,
  type OwnCalendar,
  type OwnDay,
  parseCalendar,
  writeCalendar,
} from '#core/planning/calendar/own-calendar.ts';
import { reckonedByMoon } from '#core/planning/calendar/public-holidays.ts';
import { partsOfCountry, type RegionPart } from '#core/planning/calendar/region.ts';
import { teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { type MonthAhead, yearAhead } from '#core/planning/calendar/year-ahead.ts';
import type { Instant, TeamRow } from '#server/database/schema.ts';
import type { DeskPart } from '../desk-part.ts';

const monthsShown = 12;

export type ShownCalendar = {
  team: { id: number; name: string };
  /** Code of the region whose public holidays are free; null is none. */
  region: string | null;
  marks: readonly Mark[];
  months: MonthAhead[];
  /** Years of the months shown whose official days are not known yet. */
  unknownYears: number[];
  /** Local dates among the months shown on which feasts are reckoned to begin, but begin when their moon is seen. */
  reckonedFeasts: string[];
  /** The parts of the country kept that may have holidays of their own. */
  parts: RegionPart[];
};

/** What was typed into the form of a day or of a region. */
export type CalendarChange =
  | { act: 'region'; region: string }
  | { act: 'add'; day: OwnDay; from: string; until: string }
  | { act: 'take-away'; mark: string };

export type CalendarOutcome =
  | { ok: true }
  | { ok: false; why: 'no-team' }
  | { ok: false; why: 'refused'; wrong: string };

/** The calendar of a team on the desk: what it shows, and what may be changed of it. */
export class CalendarDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async read(teamId: number, now: Instant): Promise<ShownCalendar | null> {
    const team = await this.teamRow(teamId);
    if (!team) return null;
    const region = regionKept(team.holidays, null);
    const months = yearAhead(localDate(now, team.zone), monthsShown, teamWorkTime(team));
    const last = region === null ? null : officialUntil(region);
    const years = [...new Set(months.map(({ month }) => month.year))];
    const shown = new Set(months.flatMap(({ days }) => days.map(({ date }) => date)));
    return {
      team: { id: team.id, name: team.name },
      region,
      marks: calendarOf(team).marks,
      months,
      unknownYears: last === null ? [] : years.filter((year) => year > last),
      reckonedFeasts:
        region === null ? [] : years.flatMap((year) => reckonedByMoon(region, year)).filter((date) => shown.has(date)),
      parts: region === null ? [] : partsOfCountry(region),
    };
  }

  async change(teamId: number, change: CalendarChange, now: Instant): Promise<CalendarOutcome> {
    const { planner, note } = this.part;
    const team = await this.teamRow(teamId);
    if (!team) return { ok: false, why: 'no-team' };
    const parsed = parseCalendar(changed(calendarOf(team), change), 'none');
    if (!parsed.ok) return { ok: false, why: 'refused', wrong: parsed.wrong };
    const holidays = writeCalendar(parsed.calendar);
    if (holidays === (team.holidays ?? 'none')) return { ok: true };
    await planner.db.updateTable('team').set({ holidays }).where('id', '=', team.id).execute();
    await note('changed-calendar', team.id, null, now);
    return { ok: true };
  }

  private teamRow(id: number): Promise<TeamRow | undefined> {
    const { planner, ownTeam } = this.part;
    return planner.db.selectFrom('team').selectAll().where('id', '=', ownTeam(id)).executeTakeFirst();
  }
}

function calendarOf(team: TeamRow): OwnCalendar {
  const parsed = parseCalendar(team.holidays ?? 'none', 'none');
  return parsed.ok ? parsed.calendar : { base: { kind: 'none' }, marks: [] };
}

/** The text of a calendar with one change, as it was typed: it is read again before it counts. */
function changed(calendar: OwnCalendar, change: CalendarChange): string {
  const [base = 'none', ...marks] = writeCalendar(calendar).split(' ');
  if (change.act === 'region') return [change.region.trim() || 'none', ...marks].join(' ');
  if (change.act === 'take-away') return [base, ...marks.filter((mark) => mark !== change.mark)].join(' ');
  const { day, from, until } = change;
  return [base, ...marks, markText({ day, from: from.trim(), until: until.trim() || from.trim() })].join(' ');
}
