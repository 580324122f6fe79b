import { firstLanguage, type Language, languageOfPath } from '#i18n/languages.ts';
import { isOfHouse, slugOfPiece } from './house-id.ts';

/** The mark of a question on a page. Ids are unique in the catalogue as `case/question`. */
export function questionAnchor(id: string): string {
  return id.replace('/', '--');
}

/** What the house wrote itself has its page on the desk; a reader's mail leads to it by its own link. */
function ofHouse(id: string): string | null {
  return isOfHouse(id) ? `/desk/write/${slugOfPiece(id)}/page` : null;
}

/** Where things stand on the site, in one language. Every page exists in each. */
export function addressesIn(language: Language) {
  const prefix = language === firstLanguage ? '' : `/${language}`;
  const lesson = (id: string) => `${prefix}/lessons/${id}/`;
  return {
    /** Any page, by its path in the first language. */
    page: (path: string) => `${prefix}${path}`,
    case: (id: string) => ofHouse(id) ?? `${prefix}/cases/${id}/`,
    huddle: (caseId: string) => ofHouse(caseId) ?? `${prefix}/cases/${caseId}/huddle/`,
    module: (id: string) => ofHouse(id) ?? `${prefix}/modules/${id}/`,
    moduleHuddle: (id: string) => `${prefix}/modules/${id}/huddle/`,
    lesson,
    compare: (lessonId: string, left: string, right: string) => `${prefix}/compare/${lessonId}/${left}--${right}/`,
    /** A sector's cases by hazard, at one of them if it is named. */
    sector: (id: string, hazard?: string) => `${prefix}/sectors/${id}/${hazard ? `#${hazard}` : ''}`,
    state: (id: string) => `${prefix}/world/${id}/`,
    company: (id: string) => `${prefix}/companies/${id}/`,
    /** A month of the year, by its slug, at the week that begins on a day of it (`12-01`) if that is named. */
    month: (slug: string, week?: string) => `${prefix}/on-this-day/${slug}/${week ? `#week-${week}` : ''}`,
    browse: (facet: string, value: string) => `${prefix}/library/${facet}/${value.toLowerCase()}/`,
    /** The place of one question among those of its lesson, where every question stands. */
    question: (question: { id: string; lesson: string }) => `${lesson(question.lesson)}#${questionAnchor(question.id)}`,
  };
}

/** The same page in another language. */
export function inLanguage(path: string, language: Language): string {
  const now = languageOfPath(path);
  const bare = now === firstLanguage ? path : path.slice(now.length + 1) || '/';
  return addressesIn(language).page(bare);
}
