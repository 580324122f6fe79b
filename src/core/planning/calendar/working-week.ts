/** The days of a week on which somebody works, as ISO 8601 counts them: 1 is Monday, 7 is Sunday. Never empty. */
export type WorkingWeek = ReadonlySet<number>;

export type ParsedWeek = { ok: true; week: WorkingWeek } | { ok: false; wrong: string };

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const mondayToFriday: WorkingWeek = new Set([1, 2, 3, 4, 5]);

/** Reads a week such as `mon-fri`, `sun-thu` or `mon-thu,sat`. A range may run over the end of the week. */
export function parseWorkingWeek(text: string): ParsedWeek {
  const week = new Set<number>();
  for (const part of text.trim().toLowerCase().split(',')) {
    const [first = '', last = first, ...more] = part.split('-').map((name) => name.trim());
    const unknown = [first, last].find((name) => !dayNames.includes(name));
    if (unknown !== undefined || more.length > 0) return { ok: false, wrong: wrongWeek(unknown ?? part) };
    for (const day of daysFrom(dayNames.indexOf(first), dayNames.indexOf(last))) week.add(day);
  }
  return { ok: true, week };
}

/** ISO numbers of the days between two places in the week, both included. */
function daysFrom(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first + index) % 7) + 1);
}

function wrongWeek(word: string): string {
  const heard = word === '' ? 'A day of the working week is missing' : `"${word}" is no day of the working week`;
  return `${heard}. Write it as mon-fri, sun-thu or mon-thu,sat, with the days ${dayNames.join(', ')}.`;
}
