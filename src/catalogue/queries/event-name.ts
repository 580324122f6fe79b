import type { CatalogueCase } from '../catalogue.ts';

type Named = Pick<CatalogueCase, 'event'>;

/** Which event a case tells of, for whoever knows no title; of a house's own case without a name, the year. Pure. */
export function eventName({ event }: Named): string {
  return event.name ?? event.start.slice(0, 4);
}
