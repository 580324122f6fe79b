import type { Catalogue, CatalogueCase } from '../catalogue.ts';
import { type OfficialEntry, onList } from '../schema/official-list.ts';
import type { Term } from '../schema/vocabulary.ts';

/** An entry of an official list with our own words for it, and the cases that touch it. */
export type OfficialRow = { entry: OfficialEntry; terms: Term[]; cases: CatalogueCase[] };

const ours = {
  'strategic-sectors': { terms: 'sectors', of: (entry: CatalogueCase) => entry.sectors },
  'critical-materials': { terms: 'inputs', of: (entry: CatalogueCase) => entry.inputs },
} as const;

/** What stands on the list on `day`, each entry with its cases; an entry without any is a gap of the library. Pure. */
export function officialRows(catalogue: Catalogue, name: keyof typeof ours, day: string): OfficialRow[] {
  const { terms: vocabulary, of } = ours[name];
  return onList(catalogue.lists[name], day).map((entry) => {
    const terms = catalogue.vocabulary[vocabulary].filter((term) => term.official?.includes(entry.id));
    const ids = terms.map((term) => term.id);
    return { entry, terms, cases: catalogue.cases.filter((story) => of(story).some((id) => ids.includes(id))) };
  });
}

/** How long the list was after each of its changes, oldest first. Pure. */
export function listGrowth(catalogue: Catalogue, name: keyof typeof ours): { since: string; entries: number }[] {
  const list = catalogue.lists[name];
  const days = [...new Set(list.entries.map((entry) => entry.since))].sort();
  return days.map((since) => ({ since, entries: onList(list, since).length }));
}
