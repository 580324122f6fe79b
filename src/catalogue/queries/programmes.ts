import type { ProgrammeScope } from '#core/support/propose.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkBeforeUse, type FirmSize, type Instrument } from '../schema/instrument.ts';
import { paying } from './in-jurisdiction.ts';

/** For whom a programme is. A firm applies where it is, so that its countries are those of its jurisdiction. */
export function programmeScope(catalogue: Catalogue, programme: Instrument): ProgrammeScope {
  const state = catalogue.jurisdictions.find(({ id }) => id === programme.jurisdiction);
  return { id: programme.id, countries: state?.countries ?? [], sectors: programme.forSectors };
}

/** What a register is narrowed down by; null is not asked. */
export type ProgrammesAsked = {
  jurisdiction: string | null;
  sector: string | null;
  size: FirmSize | null;
  deadline: 'open' | 'dated' | 'past' | null;
};

/** The programmes that fit. What the sources of one do not state rules it out for nobody, but a day that is asked for must be there. */
export function findProgrammes(catalogue: Catalogue, asked: ProgrammesAsked, on: string): Instrument[] {
  return paying(catalogue.instruments).filter((programme) => {
    const { jurisdiction, forSectors, forSize, deadline } = programme;
    if (asked.jurisdiction !== null && jurisdiction !== asked.jurisdiction) return false;
    if (asked.sector !== null && forSectors.length > 0 && !forSectors.includes(asked.sector)) return false;
    if (asked.size !== null && forSize !== undefined && forSize !== asked.size) return false;
    const isPast = checkBeforeUse(programme, on) === 'deadline-past';
    if (asked.deadline === 'past') return isPast;
    if (asked.deadline === 'dated') return deadline !== undefined;
    return asked.deadline !== 'open' || !isPast;
  });
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
