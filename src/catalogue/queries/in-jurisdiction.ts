import type { Catalogue, CatalogueCase } from '../catalogue.ts';
import type { Instrument } from '../schema/instrument.ts';
import type { Jurisdiction } from '../schema/jurisdiction.ts';
import type { Leverage } from '../schema/leverage.ts';

export type CoercionCase = CatalogueCase & { leverage: Leverage };

export function instrumentsOf(catalogue: Catalogue, jurisdiction: Jurisdiction): Instrument[] {
  return catalogue.instruments.filter((instrument) => instrument.jurisdiction === jurisdiction.id);
}

/** The cases that happened there, in part or whole. */
export function casesIn(catalogue: Catalogue, jurisdiction: Jurisdiction): CatalogueCase[] {
  return catalogue.cases.filter((entry) => entry.countries.some((country) => jurisdiction.countries.includes(country)));
}

/** Cases that say who could squeeze whom. */
export function coercionCases(cases: readonly CatalogueCase[]): CoercionCase[] {
  return cases.flatMap((entry) => (entry.leverage ? [{ ...entry, leverage: entry.leverage }] : []));
}

/** One line of the timeline; without a text, the day from which the instrument binds or pays. */
export type DatedEvent = { on: string; instrument: Instrument; text?: string };

function eventsOf(instrument: Instrument): DatedEvent[] {
  const told = instrument.dates.map(({ on, text }) => ({ on, instrument, text }));
  const { inForce } = instrument;
  const alreadyTold = inForce === undefined || told.some(({ on }) => on === inForce);
  return alreadyTold ? told : [...told, { on: inForce, instrument }];
}

/** Everything dated about these instruments, oldest first; what is still to come stands last. Pure. */
export function datedEvents(instruments: readonly Instrument[]): DatedEvent[] {
  return instruments.flatMap(eventsOf).sort((a, b) => a.on.localeCompare(b.on));
}

/** Programmes, and whatever else brings money to those who apply. Pure. */
export function paying(instruments: readonly Instrument[]): Instrument[] {
  return instruments.filter(({ kind, money }) => kind !== 'bill' && (kind === 'programme' || money.length > 0));
}
