import { z } from 'zod';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { type ExposureRowIn, exposureRowSchema, toExposureLine } from '#server/people/exposure-row.ts';

/** The fields of the form of an item, as a line of exposures.csv has them. */
export const itemFields = [
  'item',
  'input',
  'origin',
  'share',
  'suppliers',
  'stock_days',
  'recovery_days',
  'alternative',
  'tiers',
  'essential',
  'lead',
  'leak',
  'upheaval',
  'tested_on',
  'revenue_share',
  'leak_controls',
] as const;

export type ItemField = (typeof itemFields)[number];

export type ItemDraft = Record<ItemField, string>;

export type ItemFaults = Partial<Record<ItemField, string>>;

const fieldName = z.enum(itemFields);

/** What was typed, field by field; what is missing is empty. */
export function itemDraft(fields: Readonly<Record<string, string>>): ItemDraft {
  const typed = (field: ItemField) => (fields[field] ?? '').trim();
  return {
    item: typed('item'),
    input: typed('input'),
    origin: typed('origin'),
    share: typed('share'),
    suppliers: typed('suppliers'),
    stock_days: typed('stock_days'),
    recovery_days: typed('recovery_days'),
    alternative: typed('alternative'),
    tiers: typed('tiers'),
    essential: typed('essential'),
    lead: typed('lead'),
    leak: typed('leak'),
    upheaval: typed('upheaval'),
    tested_on: typed('tested_on'),
    revenue_share: typed('revenue_share'),
    leak_controls: typed('leak_controls'),
  };
}

/** The same of a posted form, in which each guarded route is a tick of its own. */
export function draftOfForm(form: FormData): ItemDraft {
  const typed = (field: string) => form.getAll(field).filter((value) => typeof value === 'string');
  const fields = itemFields.map((field) => [field, typed(field).at(-1) ?? ''] as const);
  return itemDraft({ ...Object.fromEntries(fields), leak_controls: typed('leak_controls').join('; ') });
}

/** Reads a draft by the rules of a file's line; `team` is the name it would have there. */
export function readItem(
  draft: ItemDraft,
  team: string,
): { ok: true; row: ExposureRowIn } | { ok: false; faults: ItemFaults } {
  const parsed = exposureRowSchema.safeParse({ ...draft, team });
  if (parsed.success) return { ok: true, row: parsed.data };
  const faults: ItemFaults = {};
  for (const { path, message } of parsed.error.issues) {
    const field = fieldName.safeParse(path[0]);
    if (field.success) faults[field.data] ??= message;
  }
  return { ok: false, faults };
}

/** A known item as the form shows it: its input by the name that the vocabulary gives it, or the firm's own words. */
export function draftOfRow(row: ExposureRow, { inputs }: Pick<Vocabulary, 'inputs'>): ItemDraft {
  const line = toExposureLine(row, '');
  const label = inputs.find(({ id }) => id === row.input)?.label;
  const fields = Object.entries(line).map(([field, cell]) => [field, cell === null ? '' : String(cell)]);
  return itemDraft({ ...Object.fromEntries(fields), ...(label ? { input: label } : {}) });
}
