import { z } from 'zod';
import { alternatives, mostTiers } from '#core/exposure/exposure.ts';
import { answers } from '#core/exposure/five-questions.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { type Cell, givenOf, optionalCell } from './cell.ts';

const share = z.preprocess(
  (value) => {
    const text = String(value ?? '').trim();
    return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text || Number.NaN);
  },
  z
    .number('write the share as 0.7 or 70%')
    .min(0, 'a share lies between 0 and 1')
    .max(1, 'a share lies between 0 and 1; write 70% or 0.7'),
);

const count = (what: string) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number(`give ${what} as a number`).min(0, `${what} cannot be negative`),
  );

const tiers = `tiers is how far below the supplier the chain is known, 0 to ${mostTiers}`;

/** An answer to one of the five questions; an empty cell is not known. */
const answer = z.preprocess(
  (value) => (value === '' ? 'unknown' : typeof value === 'string' ? value.toLowerCase() : value),
  z.enum(answers, `answer with one of ${answers.join(', ')}`).optional(),
);

/** One line of exposures.csv: team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative and, if wanted, tiers,essential,lead,leak,upheaval. */
export const exposureRowSchema = z.object({
  team: z.string('the column "team" is missing').min(1, 'name the team'),
  item: z.string('the column "item" is missing').min(1, 'name the item').max(60),
  input: z.string('the column "input" is missing').min(1, 'give a word of the inputs vocabulary'),
  origin: z.preprocess(
    (value) => String(value ?? '').toUpperCase(),
    z.string().regex(/^[A-Z]{2}$/, 'use the two-letter country code, as in JP'),
  ),
  share,
  suppliers: count('the number of suppliers').pipe(z.number().int('give the number of suppliers as a whole number')),
  stock_days: count('stock_days'),
  recovery_days: count('recovery_days'),
  alternative: z.preprocess(
    (value) => String(value ?? '').toLowerCase(),
    z.enum(alternatives, `use one of ${alternatives.join(', ')}`),
  ),
  tiers: optionalCell(z.coerce.number(tiers).int(tiers).min(0, tiers).max(mostTiers, tiers)),
  essential: answer,
  lead: answer,
  leak: answer,
  upheaval: answer,
});

export type ExposureRowIn = z.infer<typeof exposureRowSchema>;

/** A line as columns of the exposure table, without its team. */
export function toExposureColumns({
  team: _,
  item,
  tiers,
  essential,
  lead,
  leak,
  upheaval,
  ...figures
}: ExposureRowIn) {
  return { name: item, ...figures, ...givenOf({ tiers_mapped: tiers, essential, lead, leak, upheaval }) };
}

/** The line that gives an item back. A column that is read and not written does not compile. */
export function toExposureLine(row: ExposureRow, team: string): Record<keyof ExposureRowIn, Cell> {
  const { input, origin, share, suppliers, stock_days, recovery_days, alternative, essential, lead, leak, upheaval } =
    row;
  const figures = { input, origin, share, suppliers, stock_days, recovery_days, alternative };
  return { team, item: row.name, ...figures, tiers: row.tiers_mapped, essential, lead, leak, upheaval };
}
