import { z } from 'zod';
import type { StarterItem } from '#catalogue/queries/team-starter.ts';
import { alternatives, mostTiers } from '#core/exposure/exposure.ts';
import { answers } from '#core/exposure/five-questions.ts';
import { leakRoutes, noneGuarded, readLeakRoutes, writeLeakRoutes } from '#core/exposure/leak-routes.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { type Cell, givenOf, optionalCell } from './cell.ts';

/** A share as people write it: 70%, 70 %, 0.7; a number above one is per cent, since no share is. */
const share = optionalCell(
  z
    .string()
    .transform((text) => {
      const number = Number(text.replace('%', '').trim());
      return text.includes('%') || number > 1 ? number / 100 : number;
    })
    .pipe(
      z.number('write the share as 0.7 or 70%').min(0, 'a share lies between 0 and 1').max(1, 'no share is above 100%'),
    ),
);

const count = (what: string) =>
  optionalCell(
    z.coerce
      .number(`give ${what} as a number, or leave it empty when nobody knows`)
      .min(0, `${what} cannot be negative`),
  );

const tiers = `tiers is how far below the supplier the chain is known, 0 to ${mostTiers}`;

/** The routes that are guarded, as the store keeps them. */
const guarded = optionalCell(
  z.string().transform((text, context) => {
    const routes = readLeakRoutes(text);
    if (routes) return JSON.stringify(routes);
    context.addIssue({
      code: 'custom',
      message: `name what is guarded of ${leakRoutes.join('; ')}, or ${noneGuarded}`,
    });
    return z.NEVER;
  }),
);

const storedRoutes = z.array(z.enum(leakRoutes));

/** The routes that a row says are guarded; null is not said. */
export function guardedRoutes({ leak_controls }: Pick<ExposureRow, 'leak_controls'>) {
  return leak_controls === null ? null : storedRoutes.parse(JSON.parse(leak_controls));
}

/** An answer to one of the five questions; an empty cell is not known. */
const answer = z.preprocess(
  (value) => (value === '' ? 'unknown' : typeof value === 'string' ? value.toLowerCase() : value),
  z.enum(answers, `answer with one of ${answers.join(', ')}`).optional(),
);

/**
 * One line of exposures.csv. Only `team` and `item` must be there: input,family,origin,share,suppliers,stock_days,recovery_days,alternative,tiers
 * the answers essential,lead,leak,upheaval,cut_off,special_need, and tested_on,revenue_share,leak_controls may be left out or empty, which is not known.
 * `input` takes the firm's own words; leak_controls several routes with semicolons, or `none`.
 */
export const exposureRowSchema = z.object({
  team: z.string('the column "team" is missing').min(1, 'name the team'),
  item: z.string('the column "item" is missing').min(1, 'name the item').max(60),
  input: optionalCell(z.string().max(120)),
  family: optionalCell(z.string()),
  origin: optionalCell(
    z
      .string()
      .transform((code) => code.toUpperCase())
      .pipe(z.string().regex(/^[A-Z]{2}$/, 'use the two-letter country code, as in JP, or leave it empty')),
  ),
  share,
  suppliers: count('the number of suppliers').pipe(
    z.number().int('give the number of suppliers as a whole number').nullish(),
  ),
  stock_days: count('stock_days'),
  recovery_days: count('recovery_days'),
  alternative: optionalCell(
    z
      .string()
      .transform((word) => word.toLowerCase())
      .pipe(z.enum(alternatives, `use one of ${alternatives.join(', ')}, or leave it empty`)),
  ),
  tiers: optionalCell(z.coerce.number(tiers).int(tiers).min(0, tiers).max(mostTiers, tiers)),
  essential: answer,
  lead: answer,
  leak: answer,
  upheaval: answer,
  tested_on: optionalCell(z.iso.date('write the day as 2026-03-31, or leave it empty')),
  revenue_share: share,
  leak_controls: guarded,
  cut_off: answer,
  special_need: answer,
});

export type ExposureRowIn = z.infer<typeof exposureRowSchema>;

/** What an item was found to be: a word of the inputs, or the firm's own words for it, with its family. */
export type NamedItem = { input: string | null; said: string | null; family: string | null };

/** A line as columns of the exposure table, without its team. */
export function toExposureColumns(row: ExposureRowIn, named: NamedItem) {
  const { item, origin, share, suppliers, stock_days, recovery_days, alternative, tiers } = row;
  const { essential, lead, leak, upheaval, cut_off, special_need, tested_on, revenue_share, leak_controls } = row;
  const figures = { origin, share, suppliers, stock_days, recovery_days, alternative, tiers_mapped: tiers };
  const given = { ...figures, tested_on, revenue_share, leak_controls };
  return { name: item, ...named, ...givenOf({ ...given, essential, lead, leak, upheaval, cut_off, special_need }) };
}

/** The line that gives an item back. A column that is read and not written does not compile. */
export function toExposureLine(row: ExposureRow, team: string): Record<keyof ExposureRowIn, Cell> {
  const { input, said, family, origin, share, suppliers, stock_days, recovery_days, alternative } = row;
  const { essential, lead, leak, upheaval, tested_on, revenue_share, cut_off, special_need } = row;
  const figures = { origin, share, suppliers, stock_days, recovery_days, alternative, tiers: row.tiers_mapped };
  const routes = guardedRoutes(row);
  const leak_controls = routes && writeLeakRoutes(routes);
  const tests = { tested_on, revenue_share, leak_controls, cut_off, special_need };
  return { team, item: row.name, input: input ?? said, family, ...figures, essential, lead, leak, upheaval, ...tests };
}

/** A line of which only the item is known, to be filled in: every other column is there, and blank. */
export function toStarterLine({ name, input, family }: StarterItem, team: string): Record<keyof ExposureRowIn, Cell> {
  const figures = { origin: null, share: null, suppliers: null, stock_days: null, recovery_days: null };
  const answers = { essential: null, lead: null, leak: null, upheaval: null };
  const tests = { tested_on: null, revenue_share: null, leak_controls: null, cut_off: null, special_need: null };
  return { team, item: name, input, family, ...figures, alternative: null, tiers: null, ...answers, ...tests };
}
