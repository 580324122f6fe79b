import type { Catalogue, CatalogueCase, CatalogueQuestion, Lesson } from '#catalogue/catalogue.ts';
import type { ConceptFile, Meanings } from '#catalogue/schema/concept.ts';
import { vocabularyNames } from '#catalogue/schema/vocabulary.ts';
import { languages, otherLanguages } from '#i18n/languages.ts';
import { waysOfCountry } from './countries.ts';
import { compilePhrasing } from './phrasings.ts';

/** Something people mean: the ways they say it (compiled), and the marks (`hazards:accident`) of cases that are about it. */
export type Concept = { id: string; ways: string[]; means: string[]; near: string[]; label?: string };

const mark = (kind: string, id: string) => `${kind}:${id}`;

function marksOf(meanings: Meanings | undefined): string[] {
  return Object.entries(meanings ?? {}).flatMap(([kind, ids]) => ids.map((id) => mark(kind, id)));
}

/** What a case is about, the weightiest of each kind first. */
export function marksOfCase(entry: CatalogueCase): string[] {
  const { hazards, sectors, inputs, dependencies, routes, systems, roles, countries } = entry;
  const lists = { hazards, sectors, inputs, dependencies, routes, systems, roles, countries };
  return [
    ...Object.entries(lists).flatMap(([kind, ids]) => ids.map((id) => mark(kind, id))),
    ...entry.lessons.map(({ id }) => mark('lessons', id)),
    mark('kinds', entry.kind),
    ...(entry.leverage?.instruments.map((id) => mark('instruments', id)) ?? []),
  ];
}

export const marksOfLesson = (lesson: Lesson): string[] => [mark('lessons', lesson.id)];

export const marksOfQuestion = (question: CatalogueQuestion): string[] => [mark('lessons', question.lesson)];

function compiled(ways: readonly string[]): string[] {
  return [...new Set(ways.flatMap(compilePhrasing))].filter(Boolean);
}

/** Every term of the vocabulary that a case carries is a concept that means itself: what firms buy is far more than the library tells of. So is every country a case happened in; the rest is written by hand. */
export function conceptsOf(catalogue: Catalogue, written: readonly ConceptFile[]): Concept[] {
  const terms = vocabularyNames.flatMap((name) =>
    catalogue.vocabulary[name].map((term): Concept => {
      const own = mark(name, term.id);
      return { id: own, label: term.label, ways: compiled([term.label, ...term.synonyms]), means: [own], near: [] };
    }),
  );
  const places = [...new Set(catalogue.cases.flatMap((entry) => entry.countries))].sort();
  const countries = places.map((id): Concept => {
    const own = mark('countries', id);
    return { id: own, ways: compiled(waysOfCountry(id, languages)), means: [own], near: [] };
  });
  const ours = written.map(({ id, ways, means, near, in: told }): Concept => {
    const translated = otherLanguages.find((language) => language === catalogue.language);
    const heard = translated ? [...ways, ...(told?.[translated] ?? [])] : ways;
    return { id, ways: compiled(heard), means: marksOf(means), near: marksOf(near) };
  });
  const carried = new Set(catalogue.cases.flatMap(marksOfCase));
  return [...terms.filter(({ id }) => carried.has(id)), ...countries, ...ours].filter(({ ways }) => ways.length > 0);
}
