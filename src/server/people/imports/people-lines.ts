import { z } from 'zod';
import { type RoleId, roleIds } from '#catalogue/schema/roles.ts';
import {
  type FaultKind,
  type FaultyLine,
  faultKinds,
  type ListedPerson,
  type ListFault,
} from '#core/people/listed-person.ts';
import { knownRegion } from '#core/planning/calendar/region.ts';
import { parseShiftPattern } from '#core/planning/calendar/shift-pattern.ts';
import { paces } from '#core/planning/pace.ts';
import { languages } from '#i18n/languages.ts';
import type { FileFault, StaffRecord } from '../files/staff-file.ts';
import { namedZone } from '../named-zone.ts';

/** What a list cannot say by itself. */
export type LineRules = {
  roleOf: (word: string) => RoleId | null;
  sectorOf: (word: string) => string | null;
  /** The team of every line, where the list has no column for it. */
  team: string | null;
};

export type PeopleLines = { rows: ListedPerson[]; faulty: FaultyLine[]; faults: ListFault[] };

/** A cell where nothing is what a missing column is. */
const cell = (value: unknown) => (value === '' ? undefined : value);
/** A cell where nothing takes away what was known. */
const emptied = (value: unknown) => (value === '' ? null : value);

/** Marks that turn the direction of a line would let a name rewrite what stands around it; names go into mail headers and pages too. */
const plain = /^[^\p{Cc}<>\u202a-\u202e\u2066-\u2069]*$/u;
/** What stands where an encoding had no letter: a question mark within a word or alone, and Unicode's own sign for it. */
const lost = /\ufffd|\?\p{L}|\p{L}\?|\?\?|^\?+$/u;

const words = (most: number) =>
  z
    .string('missing')
    .min(1, 'missing')
    .max(most, 'too-long')
    .regex(plain, 'bad-characters')
    .refine((text) => !lost.test(text), 'letters-lost');

const parsed = (parse: (text: string) => { ok: boolean }, wrong: FaultKind) =>
  z.preprocess(
    emptied,
    z
      .string()
      .refine((text) => parse(text).ok, wrong)
      .nullable()
      .optional(),
  );

const day = z.preprocess(emptied, z.iso.date('bad-date').nullable().optional());

/** A cell of which `find` says what it means. */
const meaning = <T>(find: (word: string) => T | null, wrong: FaultKind) =>
  z.preprocess(
    cell,
    z
      .string()
      .transform((word, context) => {
        const found = find(word);
        if (found === null) context.addIssue({ code: 'custom', message: wrong });
        return found ?? undefined;
      })
      .optional(),
  );

function lineSchema({ roleOf, sectorOf, team }: LineRules) {
  return z.object({
    email: z.preprocess(
      (value) =>
        String(value ?? '')
          .trim()
          .toLowerCase(),
      z.string().min(1, 'missing').max(254, 'too-long').pipe(z.email('not-an-address')),
    ),
    name: words(80),
    team: team === null ? words(80) : z.preprocess(() => team, z.string()),
    staffNumber: z.preprocess(emptied, words(40).nullable().optional()),
    // A word that means nothing was asked about; it changes nobody who is known.
    role: z.preprocess(
      (value) => (typeof value === 'string' ? (roleOf(value) ?? undefined) : value),
      z.enum(roleIds).optional(),
    ),
    zone: meaning(namedZone, 'unknown-zone'),
    sector: meaning(sectorOf, 'unknown-sector'),
    language: z.preprocess(lowered, z.enum(languages, 'unknown-language').optional()),
    pace: z.preprocess(lowered, z.enum(paces, 'unknown-pace').optional()),
    joined: z.preprocess(emptied, z.string().transform(yearIn).nullable().optional()),
    starts: day,
    leaves: day,
    away: day,
    shifts: parsed(parseShiftPattern, 'bad-shifts'),
    holidays: parsed(knownRegion, 'unknown-region'),
  });
}

const lowered = (value: unknown) => (typeof value === 'string' ? cell(value.toLowerCase()) : value);

/** A year, or a whole date of which only the year is kept. */
function yearIn(text: string, context: z.RefinementCtx): number {
  const year = Number(/^(\d{4})(?:-\d{2}-\d{2})?$/.exec(text)?.[1] ?? NaN);
  if (!(year >= 1950 && year <= 2100)) context.addIssue({ code: 'custom', message: 'bad-year' });
  return year;
}

/**
 * Reads rows one by one: those that are good, and of the others what is wrong. A line with a cell that the reader of the file could not take is none
 * that could be good. `rest` lets others have their turn between some of them.
 */
export async function peopleLines(
  { records, faults }: { records: readonly StaffRecord[]; faults: readonly FileFault[] },
  rules: LineRules,
  rest: () => Promise<void>,
): Promise<PeopleLines> {
  const schema = lineSchema(rules);
  const lines: PeopleLines = { rows: [], faulty: [], faults: [] };
  const unreadable = Map.groupBy(faults, ({ line }) => line);
  for (const [index, { line, record }] of records.entries()) {
    if (index % 100 === 99) await rest();
    const cells = unreadable.get(line);
    const read = schema.safeParse(record);
    if (cells) {
      lines.faulty.push(faultyLine(line, record));
      lines.faults.push(...cells.map(({ field, wrong: why }) => ({ line, field, wrong: 'unread' as const, why })));
    } else if (read.success) lines.rows.push({ line, ...read.data });
    else {
      lines.faulty.push(faultyLine(line, record));
      lines.faults.push(...read.error.issues.map((issue) => faultOf(line, record, issue)));
    }
  }
  return lines;
}

function faultOf(line: number, record: Record<string, string>, issue: z.core.$ZodIssue): ListFault {
  const field = String(issue.path[0] ?? '');
  const wrong = faultKinds.find((kind) => kind === issue.message) ?? 'missing';
  return { line, field, wrong, said: shortened(record[field] ?? '') };
}

/** What stands in a cell may be a whole book. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function faultyLine(
  line: number,
  { email = '', name = '', team = '', staffNumber = '' }: Record<string, string>,
): FaultyLine {
  return { line, email: email.trim().toLowerCase(), name: name.slice(0, 80), team: team.slice(0, 80), staffNumber };
}
