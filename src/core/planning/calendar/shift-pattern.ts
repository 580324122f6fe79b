export type Shift = 'day' | 'night' | 'off';

/** A cycle of shifts that repeats without end, in both directions; `from` is a date on which its first day falls. At least one day of it is worked. */
export type ShiftPattern = { cycle: readonly Shift[]; from: Temporal.PlainDate };

export type ParsedPattern = { ok: true; pattern: ShiftPattern } | { ok: false; wrong: string };

const shifts = new Map<string, Shift>([
  ['D', 'day'],
  ['N', 'night'],
  ['-', 'off'],
]);

/** A year; rosters repeat within weeks, so a longer text is a mistake. */
const longestCycleDays = 366;

const mend =
  'Write the cycle and the date of its first day, as in DDNN----@2026-01-05: D is a day shift, N a night shift, - off.';

/** Reads a pattern such as `DDNN----@2026-01-05`. */
export function parseShiftPattern(text: string): ParsedPattern {
  const [letters = '', date = '', ...more] = text.trim().toUpperCase().split('@');
  const from = calendarDate(date);
  if (from === null || more.length > 0) return wrong(`"${date}" is not the date on which the cycle starts`);
  const unknown = [...letters].find((letter) => !shifts.has(letter));
  if (unknown !== undefined) return wrong(`"${unknown}" is no shift`);
  if (letters.length > longestCycleDays) return wrong(`A cycle of ${letters.length} days is longer than a year`);
  const cycle = [...letters].map((letter) => shifts.get(letter) ?? 'off');
  if (cycle.every((shift) => shift === 'off')) return wrong('Nobody works in this cycle');
  return { ok: true, pattern: { cycle, from } };
}

/** The shift that starts on a day. */
export function shiftOn(day: Temporal.PlainDate, { cycle, from }: ShiftPattern): Shift {
  const since = from.until(day, { largestUnit: 'days' }).days;
  const place = ((since % cycle.length) + cycle.length) % cycle.length;
  return cycle[place] ?? 'off';
}

function wrong(what: string): ParsedPattern {
  return { ok: false, wrong: `${what}. ${mend}` };
}

function calendarDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
