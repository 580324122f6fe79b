import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { type CloseUp, closeUpOf } from './views.ts';

/** A case with its number, which runs with the years and stays the same whatever the atlas is narrowed to. */
export type NumberedCase = { number: number; entry: CatalogueCase; region: CloseUp | 'elsewhere' };

/** Oldest first. Pure. */
export function numberCases(cases: readonly CatalogueCase[]): NumberedCase[] {
  return cases
    .toSorted((a, b) => a.event.start.localeCompare(b.event.start) || a.id.localeCompare(b.id))
    .map((entry, index) => ({ number: index + 1, entry, region: closeUpOf(entry.location) ?? 'elsewhere' }));
}

/** More numbers than this cannot be read on one picture; beyond it the cases are dots, and the table tells them apart. */
export const mostNumbers = 60;
