import type { WorkingWeek } from '#core/planning/calendar/working-week.ts';
import { type Language, languageTraits } from '#i18n/languages.ts';

/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1);

const daysOfWeek = [1, 2, 3, 4, 5, 6, 7];

/** A working week as "Mon–Fri" or "Sun–Thu"; runs of days stand in the order of the week, and one may go over its end. */
export function weekInWords(week: WorkingWeek, language: Language): string {
  const name = new Intl.DateTimeFormat(languageTraits[language].locale, { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (day: number) => name.format(someMonday + (day - 1) * 86_400_000);
  const runs = runsOf(week).map(([first, last]) =>
    first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`,
  );
  return runs.join(languageTraits[language].comma);
}

function runsOf(week: WorkingWeek): [first: number, last: number][] {
  if (week.size === daysOfWeek.length) return [[1, 7]];
  const starts = daysOfWeek.filter((day) => week.has(day) && !week.has(dayAfter(day, 6)));
  return starts.map((first) => [first, lastOfRun(week, first)]);
}

function lastOfRun(week: WorkingWeek, first: number): number {
  const length = daysOfWeek.findIndex((ahead) => !week.has(dayAfter(first, ahead)));
  return dayAfter(first, length);
}

function dayAfter(day: number, days: number): number {
  return ((day - 1 + days) % 7) + 1;
}
