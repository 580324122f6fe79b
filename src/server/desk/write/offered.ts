import type { Catalogue } from '#catalogue/catalogue.ts';
import { scheduledLessons } from '#catalogue/catalogue.ts';
import type { Field, Offered } from '#catalogue/pieces/form.ts';

/** What a field offers to choose from: an id, and what it is called; of a fixed list the ids alone. */
export type Offer = { id: string; label: string | null };

export function offersOf(of: Offered, catalogue: Catalogue): Offer[] {
  if (typeof of !== 'string') return of.map((id) => ({ id, label: labelOfRole(id, catalogue) }));
  if (of === 'lessons') return scheduledLessons(catalogue).map(({ id, rule }) => ({ id, label: rule }));
  if (of === 'questions') return [];
  return catalogue.vocabulary[of].map(({ id, label }) => ({ id, label }));
}

/** The ids of the boxes of a field. */
export function offeredIn(field: Extract<Field, { of: unknown }>, catalogue: Catalogue): string[] {
  return field.as === 'some' ? offersOf(field.of, catalogue).map(({ id }) => id) : [];
}

function labelOfRole(id: string, { vocabulary }: Catalogue): string | null {
  return vocabulary.roles.find((role) => role.id === id)?.label ?? null;
}
