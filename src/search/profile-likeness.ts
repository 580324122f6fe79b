import type { Catalogue } from '#catalogue/catalogue.ts';
import type { TeamExposure } from '#core/exposure/exposure.ts';
import { frequenciesIn } from './frequencies.ts';
import { rarityOf, saturated } from './posting-lists.ts';
import { recordOfCase } from './records.ts';
import { wordsOf } from './words.ts';

/** How much a profile in words reads like each case, 0 to 1; a case that shares no word is left out. */
export type ProfileLikeness = (profile: string) => ReadonlyMap<string, number>;

const readers = new WeakMap<Catalogue, ProfileLikeness>();

/** The reader of a catalogue, made once: counting its words takes a tenth of a second. */
export function profileLikenessIn(catalogue: Catalogue): ProfileLikeness {
  const known = readers.get(catalogue) ?? profileLikeness(catalogue);
  readers.set(catalogue, known);
  return known;
}

/**
 * Reads profiles beside the texts of the cases: BM25F as the search ranks (`rank.ts`), as a part of what a text could score that said every
 * word of the profile as often as one likes. The texts are counted once.
 */
function profileLikeness(catalogue: Catalogue): ProfileLikeness {
  const frequencies = frequenciesIn(
    catalogue.cases.map((entry) => recordOfCase(catalogue, entry, entry)),
    [],
  );
  const postings = new Map<string, { record: number; frequency: number }[]>();
  for (const [record, counted] of frequencies.entries())
    for (const [key, frequency] of counted) postings.set(key, [...(postings.get(key) ?? []), { record, frequency }]);
  const lists = new Map(
    [...postings].map(([key, list]) => [key, { list, rarity: rarityOf(list, catalogue.cases.length) }]),
  );
  return (profile) => {
    const keys = new Set(wordsOf(profile).map(({ key }) => key));
    const scores = new Map<number, number>();
    let most = 0;
    for (const key of keys) {
      const found = lists.get(key);
      if (!found) continue;
      most += found.rarity;
      for (const { record, frequency } of found.list)
        scores.set(record, (scores.get(record) ?? 0) + found.rarity * saturated(frequency));
    }
    return new Map(
      [...scores].flatMap(([record, score]) => {
        const entry = catalogue.cases[record];
        return entry ? [[entry.id, score / most] as const] : [];
      }),
    );
  };
}

/** A profile in the words of its firm and of the vocabulary: items, routes, systems, sector. Figures are not words. */
export function profileInWords(exposure: TeamExposure, { vocabulary }: Pick<Catalogue, 'vocabulary'>): string {
  const said = (terms: readonly { id: string; label: string; synonyms: readonly string[] }[], ids: readonly string[]) =>
    terms.filter(({ id }) => ids.includes(id)).flatMap(({ label, synonyms }) => [label, ...synonyms]);
  const labels = (terms: readonly { id: string; label: string }[], ids: readonly string[]) =>
    terms.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const inputs = exposure.items.flatMap(({ input }) => input ?? []);
  return [
    ...exposure.items.map(({ name }) => name),
    ...said(vocabulary.inputs, inputs),
    ...labels(vocabulary.routes, exposure.routes),
    ...labels(vocabulary.systems, exposure.systems),
    ...labels(vocabulary.sectors, exposure.sector ? [exposure.sector] : []),
  ].join('. ');
}
