import type { Catalogue, CatalogueCase } from '../catalogue.ts';
import type { Organisation } from '../schema/organisation.ts';
import { findersFor } from './names-of.ts';
import { type CaseSentence, sentencesOfCase, standsAlone } from './sentences-of-case.ts';

/** A case that names somebody. */
export type Mention = {
  entry: CatalogueCase;
  /** The first sentence that names them and says something by itself; `null` where only the title or the name of the event does. */
  sentence: CaseSentence | null;
};

/** Somebody with the cases that name them, in the order of the catalogue. */
export type NamedOrganisation = { organisation: Organisation; mentions: Mention[] };

/** The prose of a case, by its id, in the language in which the catalogue tells it. */
export type BodyOf = (caseId: string) => string;

/** Who is named in which case of a catalogue. Those whom none names are among them with no mention: it is the check that refuses them. Pure. */
export function namedOrganisations(
  { cases }: Pick<Catalogue, 'cases'>,
  organisations: readonly Organisation[],
  bodyOf: BodyOf,
): NamedOrganisation[] {
  const mentions = new Map<string, Mention[]>(organisations.map(({ id }) => [id, []]));
  const finders = { en: findersFor(organisations, 'en'), ja: findersFor(organisations, 'ja') };
  for (const entry of cases) {
    const finder = finders[entry.toldIn](entry.id);
    for (const [id, sentence] of firstSentences(entry, bodyOf(entry.id), (text) => finder.idsIn(text))) {
      mentions.get(id)?.push({ entry, sentence });
    }
  }
  return organisations.map((organisation) => ({ organisation, mentions: mentions.get(organisation.id) ?? [] }));
}

function firstSentences(
  entry: CatalogueCase,
  body: string,
  idsIn: (text: string) => string[],
): Map<string, CaseSentence | null> {
  const first = new Map<string, CaseSentence | null>();
  for (const sentence of sentencesOfCase(entry, body)) {
    for (const id of idsIn(`${sentence.who ?? ''}\n${sentence.text}`)) {
      const known = first.get(id);
      if (!known || (!standsAlone(known, entry.toldIn) && standsAlone(sentence, entry.toldIn))) first.set(id, sentence);
    }
  }
  for (const id of idsIn(`${entry.event.name ?? ''}\n${entry.title}`)) if (!first.has(id)) first.set(id, null);
  return first;
}

/**
 * The same in another language: who is named in a case was found in the original, and a telling may name more or use a name that is not on the list.
 * Both are in the order of `organisations`.
 */
export function toldOrganisations(
  original: readonly NamedOrganisation[],
  told: readonly NamedOrganisation[],
  { cases }: Pick<Catalogue, 'cases'>,
): NamedOrganisation[] {
  return original.map(({ organisation, mentions }, at) => {
    const own = new Map(told[at]?.mentions.map((mention) => [mention.entry.id, mention]));
    const named = new Set([...own.keys(), ...mentions.map(({ entry }) => entry.id)]);
    return {
      organisation,
      mentions: cases.filter(({ id }) => named.has(id)).map((entry) => own.get(entry.id) ?? { entry, sentence: null }),
    };
  });
}
