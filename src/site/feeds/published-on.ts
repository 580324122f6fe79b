import type { CatalogueCase } from '#catalogue/catalogue.ts';

/**
 * The day a case counts as published: that of its last review, which its author writes down, or the first day of the event where nobody
 * has reviewed it. Both stand in the content, so a new build of the same content never makes an old case look new. A date known to the
 * month or year counts from its first day. Pure.
 */
export function publishedOn(entry: Pick<CatalogueCase, 'reviewedOn' | 'event'>): string {
  const [year = '', month = '01', day = '01'] = (entry.reviewedOn ?? entry.event.start).split('-');
  return `${year}-${month}-${day}`;
}

type Dated = Pick<CatalogueCase, 'id' | 'reviewedOn' | 'event'>;

/** Newest first: by the day of publishing, then by that of the event. */
export function newestFirst<Entry extends Dated>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    (a, b) =>
      publishedOn(b).localeCompare(publishedOn(a)) ||
      b.event.start.localeCompare(a.event.start) ||
      a.id.localeCompare(b.id),
  );
}
