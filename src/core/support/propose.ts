/** For whom a programme is, as far as its sources say. */
export type ProgrammeScope = {
  id: string;
  /** Of firms that may apply. */
  countries: readonly string[];
  /** Words of vocabulary/sectors; empty is not stated. */
  sectors: readonly string[];
};

/** Where the teams of a house are, and in which sectors. */
export type HouseScope = { countries: ReadonlySet<string>; sectors: ReadonlySet<string> };

export type Proposal = {
  id: string;
  /** The countries of the house for which it is. */
  countries: string[];
  /** Sectors of the house that it names; empty where it names none at all. */
  sectors: string[];
};

/**
 * Programmes that a house may be eligible for by country and sector. One that names no sector is proposed to all of its country: what is not stated rules
 * nobody out. Whether the house is eligible is for the house to say.
 */
export function proposeProgrammes(programmes: readonly ProgrammeScope[], house: HouseScope): Proposal[] {
  return programmes.flatMap(({ id, countries, sectors }) => {
    const here = countries.filter((country) => house.countries.has(country));
    const shared = sectors.filter((sector) => house.sectors.has(sector));
    const isForUs = here.length > 0 && (sectors.length === 0 || shared.length > 0);
    return isForUs ? [{ id, countries: here, sectors: shared }] : [];
  });
}
