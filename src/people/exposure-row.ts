import { z } from 'zod';
import { alternatives } from '../exposure/exposure.ts';

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

/** One line of exposures.csv: team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative. */
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
});

export type ExposureRowIn = z.infer<typeof exposureRowSchema>;
