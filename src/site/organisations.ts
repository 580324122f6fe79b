import type { Catalogue } from '#catalogue/catalogue.ts';
import {
  type NamedOrganisation,
  namedOrganisations,
  toldOrganisations,
} from '#catalogue/organisations/named-organisations.ts';
import { labelIn } from '#catalogue/organisations/names-of.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { bodiesIn, readOrganisations } from '#catalogue/read/read-organisations.ts';
import type { Organisation } from '#catalogue/schema/organisation.ts';
import { typesetAll } from '#catalogue/typeset-library.ts';
import { firstLanguage, type Language } from '#i18n/languages.ts';
import { publishedCatalogue } from './published.ts';

const found = new WeakMap<Catalogue, NamedOrganisation[]>();

/** Whom the published cases name, by label; those whom none names, as while a case is left out in development, have no page. Found once for each reading of the content. */
export function publishedOrganisations(language: Language): NamedOrganisation[] {
  const catalogue = publishedCatalogue(language);
  const kept = found.get(catalogue);
  if (kept) return kept;
  const named = find(catalogue, language)
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => labelIn(a.organisation, language).localeCompare(labelIn(b.organisation, language), language));
  found.set(catalogue, named);
  return named;
}

function find(catalogue: Catalogue, language: Language): NamedOrganisation[] {
  const organisations = readOrganisations(contentFolder);
  const original = namesIn(publishedCatalogue(firstLanguage), organisations);
  return language === firstLanguage
    ? original
    : toldOrganisations(original, namesIn(catalogue, organisations), catalogue);
}

function namesIn(catalogue: Catalogue, organisations: readonly Organisation[]): NamedOrganisation[] {
  return namedOrganisations(catalogue, organisations, bodiesIn(contentFolder, catalogue)).map(
    ({ organisation, mentions }) => ({
      organisation,
      mentions: mentions.map(({ entry, sentence }) => ({ entry, sentence: typesetAll(sentence) })),
    }),
  );
}
