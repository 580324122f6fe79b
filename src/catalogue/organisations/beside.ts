import type { Language } from '#i18n/languages.ts';
import type { Catalogue, CatalogueCase, Lesson } from '../catalogue.ts';
import { holdsPhrase } from '../check/contested/phrase-pattern.ts';
import type { Organisation } from '../schema/organisation.ts';
import type { Mention, NamedOrganisation } from './named-organisations.ts';
import { findersFor } from './names-of.ts';
import type { CaseSentence } from './sentences-of-case.ts';

/** Somebody's side of a contrast, and the other side. */
export type NamedContrast = {
  entry: CatalogueCase;
  own: CatalogueCase['contrast']['left'];
  other: CatalogueCase['contrast']['left'];
};

/** The contrasts of the cases in which one side is told of somebody; both sides where it is one at two places or times. Pure. */
export function contrastsNaming(organisation: Organisation, mentions: readonly Mention[]): NamedContrast[] {
  const finders = { en: findersFor([organisation], 'en'), ja: findersFor([organisation], 'ja') } satisfies Record<
    Language,
    unknown
  >;
  return mentions.flatMap(({ entry }): NamedContrast[] => {
    const { left, right } = entry.contrast;
    const finder = finders[entry.toldIn](entry.id);
    if (finder.idsIn(left.who).length > 0) return [{ entry, own: left, other: right }];
    return finder.idsIn(right.who).length > 0 ? [{ entry, own: right, other: left }] : [];
  });
}

/** The lessons that at least two of the cases teach, those of most cases first; all that it teaches, where there is one case. Pure. */
export function sharedLessons({ lessons }: Pick<Catalogue, 'lessons'>, mentions: readonly Mention[]): Lesson[] {
  const taughtBy = (lesson: Lesson) => mentions.filter(({ entry }) => lesson.caseIds.includes(entry.id)).length;
  const least = mentions.length > 1 ? 2 : 1;
  return lessons
    .filter((lesson) => !lesson.draft && taughtBy(lesson) >= least)
    .toSorted((a, b) => taughtBy(b) - taughtBy(a) || a.id.localeCompare(b.id));
}

/** The others whom the same cases name, those with most cases in common first. Pure. */
export function namedTogether(
  all: readonly NamedOrganisation[],
  { organisation, mentions }: NamedOrganisation,
): NamedOrganisation[] {
  const cases = new Set(mentions.map(({ entry }) => entry.id));
  const common = (one: NamedOrganisation) => one.mentions.filter(({ entry }) => cases.has(entry.id)).length;
  return all
    .filter((one) => one.organisation.id !== organisation.id && common(one) > 0)
    .toSorted((a, b) => common(b) - common(a));
}

/** What a sentence that stands alone must carry: the hedges of the contested claims that it uses and does not hedge itself. Phrases are those of the first language. Pure. */
export function hedgesOf({ contested, toldIn }: CatalogueCase, sentence: CaseSentence | null): string[] {
  if (!sentence || toldIn !== 'en') return [];
  return contested
    .filter(({ terms, hedgeWords }) => holdsPhrase(sentence.text, terms) && !holdsPhrase(sentence.text, hedgeWords))
    .map(({ hedge }) => hedge);
}
