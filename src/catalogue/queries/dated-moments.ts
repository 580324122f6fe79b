import type { Catalogue, CatalogueCase } from '../catalogue.ts';

/** One moment of a case, dated to the day. */
export type DatedMoment = {
  on: string;
  /** What happened; `null` where nothing but the name of the event says it. */
  text: string | null;
  /** The event began on that day. */
  began: boolean;
  /** The last day on which it holds, where it ends. */
  validUntil: string | undefined;
  entry: CatalogueCase;
};

const aDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Every moment of the cases that is known to the day, in the order of the year, and on each day the oldest first. What a timeline says of a day stands
 * for what the fading says of it and for the first day of the event. Pure.
 */
export function datedMoments({ cases }: Pick<Catalogue, 'cases'>): DatedMoment[] {
  return cases
    .flatMap(momentsOfCase)
    .sort((a, b) => a.on.slice(5).localeCompare(b.on.slice(5)) || a.on.localeCompare(b.on));
}

function momentsOfCase(entry: CatalogueCase): DatedMoment[] {
  const { event, timeline, fading } = entry;
  const told = timeline.map(({ on, text, validUntil }) => ({ on, text, validUntil }));
  const faded = fading.moments.map(({ on, label }) => ({ on, text: label, validUntil: undefined }));
  const said = [...told, ...faded.filter(({ on }) => !isTold(told, on))];
  const first = isTold(said, event.start) ? [] : [{ on: event.start, text: null, validUntil: undefined }];
  return [...first, ...said]
    .filter(({ on }) => aDay.test(on))
    .map((moment) => ({ ...moment, began: moment.on === event.start, entry }));
}

function isTold(moments: readonly { on: string }[], on: string): boolean {
  return moments.some((moment) => moment.on === on);
}
