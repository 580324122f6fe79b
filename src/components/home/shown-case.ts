import type { CatalogueCase } from '#catalogue/catalogue.ts';

/** Short, known to many, and taken in by anybody: what a stranger is shown as the mail, and as a lesson that cools. */
const preferred = 'aisin-fire-1997';

/** The case that stands for all on the front page; the newest of a library that has not the preferred one. Pure. */
export function shownCase(cases: readonly CatalogueCase[]): CatalogueCase {
  const shown = cases.find(({ id }) => id === preferred) ?? cases[0];
  if (!shown) throw new RangeError('a library without a case has no front page');
  return shown;
}
