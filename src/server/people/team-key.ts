import { nameKey } from '#core/people/same-name.ts';

/** A letter that nobody types. */
const mark = '\u0001';

/**
 * What no two teams of a side have alike. A supplier's team may be called as one of the house: it is told from it by whose it is, so that neither learns of
 * the other by a name that is taken.
 */
export function teamKey(name: string, supplier: number | null): string {
  return supplier === null ? nameKey(name) : `${mark}${supplier}${mark}${nameKey(name)}`;
}
