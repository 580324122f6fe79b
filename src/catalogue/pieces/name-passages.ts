import type { Passage } from '#core/sharing/passage.ts';
import type { CatalogueCase } from '../catalogue.ts';
import { isOfHouse, slugOfPiece } from '../house-id.ts';

/** Cases with where each comes from, by the names of the files of pieces; what nobody else wrote stays as it was. */
export function namePassages(cases: readonly CatalogueCase[], passages: ReadonlyMap<string, Passage>): CatalogueCase[] {
  return cases.map((entry) => {
    const passage = isOfHouse(entry.id) ? passages.get(slugOfPiece(entry.id)) : undefined;
    return passage ? { ...entry, passage } : entry;
  });
}
