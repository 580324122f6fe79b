import type { Language } from '#i18n/languages.ts';
import { firstLanguage } from '#i18n/languages.ts';
import type { Organisation } from '../schema/organisation.ts';
import { type KnownName, NameFinder } from './name-finder.ts';

/** How somebody is called in a language; those who have no name of their own in it keep the first language's. */
export function labelIn({ label, in: told }: Organisation, language: Language): string {
  return language === firstLanguage ? label : (told?.[language]?.label ?? label);
}

/** A text in another language may use the first language's names as well. */
export function namesOf({ label, names, in: told }: Organisation, language: Language): string[] {
  const own = language === firstLanguage ? undefined : told?.[language];
  return [...new Set([label, ...names, ...(own ? [own.label, ...own.names] : [])])];
}

/** What finds the organisations of the list in the texts of one case. Those without a name of their own in a case share one. */
export function findersFor(organisations: readonly Organisation[], language: Language): (caseId: string) => NameFinder {
  const everywhere = organisations.flatMap((one) => [
    ...namesOf(one, language).map((name) => ({ name, id: one.id })),
    ...one.not.map((name) => ({ name, id: null })),
  ]);
  const shared = new NameFinder(everywhere);
  return (caseId) => {
    const own = namesOnlyIn(organisations, caseId);
    return own.length === 0 ? shared : new NameFinder([...everywhere, ...own]);
  };
}

function namesOnlyIn(organisations: readonly Organisation[], caseId: string): KnownName[] {
  return organisations.flatMap(({ id, namesIn }) => (namesIn[caseId] ?? []).map((name) => ({ name, id })));
}
