import { z } from 'zod';
import { line, partialDate, slug, validUntil } from './primitives.ts';

/**
 * What a state has put in writing. A bill binds nobody yet, and a doctrine or a guidance never does: a reader must see at once which it is,
 * so the kind is always shown with its word.
 */
export const instrumentKinds = {
  act: { label: 'Act', about: 'Law in force.' },
  rule: { label: 'Rule', about: 'Made under a law, and binding.' },
  programme: { label: 'Programme', about: 'Money or help on application; binds nobody who does not apply.' },
  guidance: { label: 'Guidance', about: 'Advice in writing; not binding.' },
  doctrine: { label: 'Doctrine', about: 'What a government says it wants; not binding.' },
  bill: { label: 'Bill', about: 'Proposed. Not law when it was checked.' },
} as const;

type InstrumentKind = keyof typeof instrumentKinds;
const kindIds: InstrumentKind[] = ['act', 'rule', 'programme', 'guidance', 'doctrine', 'bill'];

/** *small* is small and medium firms, as the law of the state has it. */
export const firmSizes = ['small', 'large'] as const;

export type FirmSize = (typeof firmSizes)[number];

const instrumentSource = z.strictObject({
  publisher: line(80),
  title: line(200).optional(),
  url: z.url('give the full address, starting with https:// or http://'),
  secondary: z.boolean().default(false).describe('a digest, blog or copy rather than the publisher'),
});

/** `content/instruments/<id>.yaml`. */
export const instrumentSchema = z
  .strictObject({
    title: line(120),
    jurisdiction: slug,
    kind: z.enum(kindIds, `choose ${kindIds.join(', ')}`),
    about: line(420, 40),
    /** The day from which it binds or pays; a bill has none. */
    inForce: partialDate.optional(),
    /** What happened to it when, where more than one date matters. */
    dates: z.array(z.strictObject({ on: partialDate, text: line(160) })).default([]),
    duty: line(420, 4).describe('what a firm must do, or "None on firms."'),
    money: z.array(line(160)).default([]),
    deadline: partialDate.optional().describe('the last day to apply or to comply'),
    /** The last day on which what stands here holds, where a source names one. */
    validUntil,
    /** For whom it pays and how much one firm may get, only where a source says so: what is left out is shown as not stated. */
    forSectors: z.array(slug).default([]).describe('words of vocabulary/sectors'),
    forSize: z.enum(firmSizes, 'choose small, or large').optional(),
    amount: line(160).optional(),
    sources: z.array(instrumentSource).min(1, 'name at least one source'),
    /** When somebody last read the sources. */
    checkedOn: partialDate,
    /** What could not be found out. */
    unknown: line(240).optional(),
    cases: z.array(slug).default([]).describe('cases in which it is met'),
  })
  .superRefine((instrument, context) => {
    if (instrument.kind !== 'bill' || !instrument.inForce) return;
    context.addIssue({
      code: 'custom',
      path: ['inForce'],
      message: 'a bill is in force nowhere; once it is law, call it an act',
    });
  });

export type InstrumentFile = z.infer<typeof instrumentSchema>;
export type Instrument = InstrumentFile & { id: string };

/** Half a year: programmes are amended yearly, and the sources here were amended more than once in 2025 and 2026. */
const freshDays = 180;

const dayMs = 86_400_000;

/** The last day that a partial date can mean: the end of its month or year. */
function lastDayOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined) return Number.NaN;
  if (month === undefined) return Date.UTC(year, 11, 31);
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}

/** Why a reader must not rely on it without looking, or null. `today` is a date as `2026-11-24`. Pure. */
export function checkBeforeUse(
  instrument: Pick<InstrumentFile, 'deadline' | 'checkedOn' | 'validUntil'>,
  today: string,
): 'deadline-past' | 'lapsed' | 'old' | null {
  const now = lastDayOf(today);
  if (instrument.deadline && lastDayOf(instrument.deadline) < now) return 'deadline-past';
  if (instrument.validUntil && lastDayOf(instrument.validUntil) < now) return 'lapsed';
  return (now - lastDayOf(instrument.checkedOn)) / dayMs > freshDays ? 'old' : null;
}
