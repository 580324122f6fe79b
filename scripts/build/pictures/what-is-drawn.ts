import type { Catalogue, CatalogueCase, Lesson } from '#catalogue/catalogue.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import { formatsIn } from '#i18n/format.ts';
import { typeset } from '#i18n/typography.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Picture } from './picture.ts';

/** Every picture of the site, by the path of its file. In the first language: a letter of another would need a font of megabytes. */
export function picturesOf(catalogue: Catalogue): Map<string, Picture> {
  return new Map([
    ['og.png', front(catalogue)],
    ...catalogue.cases.map((entry): [string, Picture] => [`cases/${entry.id}/og.png`, ofCase(entry)]),
    ...catalogue.lessons.map((lesson): [string, Picture] => [
      `lessons/${lesson.id}/og.png`,
      ofLesson(lesson, catalogue),
    ]),
  ]);
}

function ofCase(entry: CatalogueCase): Picture {
  const [first] = entry.impact;
  return {
    above: typeset(eventName(entry)),
    headline: typeset(entry.title),
    ...(first && { figure: { figure: typeset(first.figure), unit: typeset(first.unit) } }),
    sparks: sparksOf(entry),
  };
}

/** Where on a line from the first moment to a little after the last the lesson was lit. */
function sparksOf(entry: CatalogueCase): number[] {
  const moments = entry.fading.moments.map(({ on, kind }) => ({ kind, year: yearOf(on) }));
  const years = moments.map(({ year }) => year);
  const start = Math.min(...years);
  const span = Math.max(0.25, Math.max(...years) - start) * 1.12;
  const lit = moments.filter(({ kind }) => kind === 'spark').map(({ year }) => (year - start) / span);
  return [...new Set([0, ...lit])].sort((a, b) => a - b);
}

function yearOf(date: string): number {
  const [year = 0, month = 7] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}

function ofLesson(lesson: Lesson, catalogue: Catalogue): Picture {
  const years = catalogue.cases
    .filter(({ id }) => lesson.caseIds.includes(id))
    .map(({ event }) => event.start.slice(0, 4))
    .sort();
  const { lesson: one, taughtBy } = wordsIn(catalogue.language).web.picture;
  const above =
    years.length === 0
      ? one
      : taughtBy(years.length, formatsIn(catalogue.language).years(years[0] ?? '', years.at(-1)));
  return { above, headline: typeset(lesson.rule), sparks: [0] };
}

function front(catalogue: Catalogue): Picture {
  const { home, tagline } = wordsIn(catalogue.language);
  return { above: tagline, headline: home.promise, sparks: [0] };
}
