import type { CatalogueCase, Library } from '#catalogue/catalogue.ts';
import { isElsewhereIn } from '#catalogue/queries/is-elsewhere.ts';
import type { Language } from '#i18n/languages.ts';
import type { OpenNudge } from '#server/answers/open-nudge.ts';

/** The case that stands behind a question, and whether the question is set in another firm and trade. */
export type ToldBefore = { story: Pick<CatalogueCase, 'event' | 'title' | 'toldIn'>; elsewhere: boolean };

/** Of a question whose case the library still has; `null` for whatever else was asked. */
export function toldBefore({ asked, story }: OpenNudge, library: Library, language: Language): ToldBefore | null {
  if (asked.kind !== 'question') return null;
  const told = library[language].cases.find(({ id }) => id === story.id);
  return told ? { story: told, elsewhere: isElsewhereIn(library, asked.question.id) } : null;
}

/** What its reader knows it by: the event, or the title where a house has named none. */
export function nameOf({ story }: ToldBefore): string {
  return story.event.name ?? story.title;
}
