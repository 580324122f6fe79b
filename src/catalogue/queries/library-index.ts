import type { Language } from '#i18n/languages.ts';
import { type Catalogue, type CatalogueCase, type Lesson, scheduledLessons } from '../catalogue.ts';
import type { NamedOrganisation } from '../organisations/named-organisations.ts';
import { labelIn } from '../organisations/names-of.ts';
import { facetLabel, facetValuesOf } from './facets.ts';

/** A case with its number in the index, and those of its lessons. */
export type NumberedCase = { number: number; entry: CatalogueCase; lessons: number[] };

/** A word of the index, and the numbers of the cases that it leads to. */
export type IndexEntry = { label: string; numbers: number[] };

export type LibraryIndex = {
  /** By the name of their event. */
  cases: NumberedCase[];
  lists: Record<'companies' | 'inputs' | 'hazards' | 'countries', IndexEntry[]>;
  lessons: { number: number; lesson: Lesson; numbers: number[] }[];
};

/** The cases of a library in the order of a register, and the index at the back of it. Pure. */
export function libraryIndex(catalogue: Catalogue, organisations: readonly NamedOrganisation[]): LibraryIndex {
  const { language } = catalogue;
  const lessons = scheduledLessons(catalogue).map((lesson, at) => ({ lesson, number: at + 1 }));
  const cases = catalogue.cases
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), language))
    .map((entry, at) => ({
      number: at + 1,
      entry,
      lessons: lessons.filter(({ lesson }) => lesson.caseIds.includes(entry.id)).map(({ number }) => number),
    }));
  const numbersOf = (has: (entry: CatalogueCase) => boolean) =>
    cases.filter(({ entry }) => has(entry)).map(({ number }) => number);
  const facet = (name: 'input' | 'hazard' | 'country') =>
    [...new Set(catalogue.cases.flatMap((entry) => facetValuesOf(entry)[name]))].map((id) => ({
      label: facetLabel(catalogue, name, id),
      numbers: numbersOf((entry) => facetValuesOf(entry)[name].includes(id)),
    }));
  const companies = organisations.map(({ organisation, mentions }) => {
    const naming = new Set(mentions.map(({ entry }) => entry.id));
    return { label: labelIn(organisation, language), numbers: numbersOf(({ id }) => naming.has(id)) };
  });
  return {
    cases,
    lists: {
      companies: inOrder(companies, language),
      inputs: inOrder(facet('input'), language),
      hazards: inOrder(facet('hazard'), language),
      countries: inOrder(facet('country'), language),
    },
    lessons: lessons.map((one) => ({ ...one, numbers: numbersOf(({ id }) => one.lesson.caseIds.includes(id)) })),
  };
}

function nameOf(entry: CatalogueCase): string {
  return entry.event.name ?? entry.title;
}

function inOrder(entries: readonly IndexEntry[], language: Language): IndexEntry[] {
  return entries.toSorted((a, b) => a.label.localeCompare(b.label, language));
}
