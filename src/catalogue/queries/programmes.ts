import type { ProgrammeScope } from '#core/support/propose.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkBeforeUse, type FirmSize, firmSizes, type Instrument } from '../schema/instrument.ts';
import { paying } from './in-jurisdiction.ts';

/** For whom a programme is. A firm applies where it is, so that its countries are those of its jurisdiction. */
export function programmeScope(catalogue: Catalogue, programme: Instrument): ProgrammeScope {
  const state = catalogue.jurisdictions.find(({ id }) => id === programme.jurisdiction);
  return { id: programme.id, countries: state?.countries ?? [], sectors: programme.forSectors };
}

/** Programmes that have one value of what they are looked for by; null is not stated in their sources. */
export type ProgrammeGroup<Value> = { value: Value | null; programmes: Instrument[] };

/** A programme is *dated* while its deadline is to come. */
export type DeadlineKind = 'dated' | 'past';

export type ProgrammeIndex = {
  sectors: ProgrammeGroup<string>[];
  sizes: ProgrammeGroup<FirmSize>[];
  deadlines: ProgrammeGroup<DeadlineKind>[];
};

/** The register by sector, size of firm and deadline, as it stands on a day. What is not stated stands last in each, and rules nobody out. */
export function indexProgrammes(catalogue: Catalogue, on: string): ProgrammeIndex {
  const programmes = paying(catalogue.instruments);
  const grouped = <Value>(values: readonly Value[], valuesOf: (programme: Instrument) => readonly Value[]) => [
    ...values.map((value) => ({ value, programmes: programmes.filter((one) => valuesOf(one).includes(value)) })),
    { value: null, programmes: programmes.filter((one) => valuesOf(one).length === 0) },
  ];
  const isFilled = ({ programmes: found }: ProgrammeGroup<unknown>) => found.length > 0;
  const deadlineOf = (programme: Instrument): DeadlineKind[] => {
    if (programme.deadline === undefined) return [];
    return [checkBeforeUse(programme, on) === 'deadline-past' ? 'past' : 'dated'];
  };
  return {
    sectors: grouped(
      catalogue.vocabulary.sectors.map(({ id }) => id),
      ({ forSectors }) => forSectors,
    ).filter(isFilled),
    sizes: grouped(firmSizes, ({ forSize }) => (forSize === undefined ? [] : [forSize])).filter(isFilled),
    deadlines: grouped(['dated', 'past'] as const, deadlineOf).filter(isFilled),
  };
}

/** Programmes met in a case: who may pay for what it teaches. */
export function payingForCase(catalogue: Catalogue, caseId: string): Instrument[] {
  return paying(catalogue.instruments).filter(({ cases }) => cases.includes(caseId));
}

/** The one of them that a mail may name: in force, within its deadline, read lately. A mail is acted on the same day, and nobody looks it up first. */
export function programmeForMail(
  catalogue: Catalogue,
  caseId: string,
  countries: ReadonlySet<string>,
  on: string,
): Instrument | null {
  const fits = payingForCase(catalogue, caseId).filter(
    (programme) =>
      programme.inForce !== undefined &&
      programme.inForce <= on &&
      checkBeforeUse(programme, on) === null &&
      programmeScope(catalogue, programme).countries.some((country) => countries.has(country)),
  );
  return fits[0] ?? null;
}
