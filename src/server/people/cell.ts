import { z } from 'zod';
import { parseCalendar, writeCalendar } from '#core/planning/calendar/own-calendar.ts';

/** What a cell of an exported file holds. */
export type Cell = string | number | null;

/**
 * A cell of a column that need not be there. A column that is missing leaves what is known as it is (`undefined`), an empty cell takes it
 * away (`null`): so a file with fewer columns never loses anything.
 */
export function optionalCell<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? null : value), schema.nullable().optional());
}

/** A cell read by one of our own parsers, whose refusal is the fault. The text is kept as it was written. */
export function parsedCell(parse: (text: string) => { ok: true } | { ok: false; wrong: string }) {
  return optionalCell(
    z.string().transform((text, context) => {
      const parsed = parse(text);
      if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.wrong });
      return text.trim();
    }),
  );
}

/** A calendar (planning/calendar/own-calendar.ts), kept as we write one. */
export function calendarCell(whenBare: 'none' | 'team') {
  return optionalCell(
    z.string().transform((text, context) => {
      const parsed = parseCalendar(text, whenBare);
      if (parsed.ok) return writeCalendar(parsed.calendar);
      context.addIssue({ code: 'custom', message: parsed.wrong });
      return z.NEVER;
    }),
  );
}

/** Several words in one cell, with semicolons or bars between them. */
export const listCell = z.preprocess(
  (value) =>
    value === undefined
      ? undefined
      : String(value)
          .split(/[;|]/)
          .map((part) => part.trim())
          .filter(Boolean),
  z.array(z.string().max(80)).optional(),
);

/** The fields of `wanted` that are given, as a patch. */
export function givenOf<T extends Record<string, unknown>>(
  wanted: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> };
export function givenOf(wanted: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** Whether a patch would change a row. */
export function changes(row: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(patch).some(([field, value]) => row[field] !== value);
}
