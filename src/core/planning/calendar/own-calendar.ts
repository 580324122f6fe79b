import { knownRegion } from './region.ts';

/** What stands at the head of a calendar: the public holidays of a region, none, or (for a person) whatever the team keeps. */
type Base = { kind: 'region'; region: string } | { kind: 'none' } | { kind: 'team' };

/** What the firm says of a day: nobody works, or work goes on whatever the week and the holidays say. */
export type OwnDay = 'closed' | 'worked';

export type Mark = { day: OwnDay; from: string; until: string };

/** `TW +2026-12-25 -2026-06-01 +2026-12-28..2027-01-03`: a region, days closed beside its holidays, days worked in spite of them. */
export type OwnCalendar = { base: Base; marks: readonly Mark[] };

export type ParsedCalendar = { ok: true; calendar: OwnCalendar } | { ok: false; wrong: string };

/** So that the next working day is always found: a team's and a person's closed days together are fewer than `nextWorkingDay` looks ahead. */
export const mostClosedDays = 180;

const mend = 'Write days as TW +2026-12-25 -2026-06-01 +2026-12-28..2027-01-03: + is closed, - is worked.';
const markShape = /^([+\-\u2212\u2013])(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/;

/** Reads a calendar of the column `holidays`. Without a region a person keeps the team's, and a team has none: `whenBare` says which. */
export function parseCalendar(text: string, whenBare: 'none' | 'team'): ParsedCalendar {
  const words = text
    .trim()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  const isBare = first === '' || markShape.test(first);
  const base = isBare ? { ok: true as const, base: { kind: whenBare } } : parseBase(first);
  if (!base.ok) return base;
  const marks: Mark[] = [];
  for (const word of isBare ? words : words.slice(1)) {
    const mark = parseMark(word);
    if (!mark.ok) return mark;
    marks.push(mark.mark);
  }
  const closed = marks.filter(({ day }) => day === 'closed').flatMap(datesOf).length;
  if (closed > mostClosedDays)
    return { ok: false, wrong: `${closed} days are closed; a calendar takes ${mostClosedDays}.` };
  return { ok: true, calendar: { base: base.base, marks } };
}

function parseBase(word: string): { ok: true; base: Base } | { ok: false; wrong: string } {
  const named = word.toLowerCase();
  if (named === 'none' || named === 'team') return { ok: true, base: { kind: named } };
  const known = knownRegion(word);
  return known.ok ? { ok: true, base: { kind: 'region', region: known.region } } : known;
}

function parseMark(word: string): { ok: true; mark: Mark } | { ok: false; wrong: string } {
  const [, sign = '', from = '', until = from] = markShape.exec(word) ?? [];
  const isDate = [from, until].every(isCalendarDate);
  if (!isDate) return { ok: false, wrong: `"${word}" is no day of a calendar. ${mend}` };
  if (until < from) return { ok: false, wrong: `"${word}" ends before it begins.` };
  if (daysBetween(from, until) > mostClosedDays)
    return { ok: false, wrong: `"${word}" is longer than the ${mostClosedDays} days that a calendar takes.` };
  return { ok: true, mark: { day: sign === '+' ? 'closed' : 'worked', from, until } };
}

function isCalendarDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;
}

/** The local dates of a mark, the first and the last included. */
export function datesOf({ from, until }: Mark): string[] {
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, days) => first.add({ days }).toString());
}

/** The text that gives a calendar back. It never begins with a sign, which a spreadsheet would take for a sum. */
export function writeCalendar({ base, marks }: OwnCalendar): string {
  return [base.kind === 'region' ? base.region : base.kind, ...marks.map(markText)].join(' ');
}

/** `+2026-12-28..2027-01-03` */
export function markText({ day, from, until }: Mark): string {
  return `${day === 'closed' ? '+' : '-'}${from}${until === from ? '' : `..${until}`}`;
}

/** By date what the firm says of it. Where marks contradict each other, the last holds. */
export function ownDays(marks: readonly Mark[]): ReadonlyMap<string, OwnDay> {
  return new Map(marks.flatMap((mark) => datesOf(mark).map((date): [string, OwnDay] => [date, mark.day])));
}
