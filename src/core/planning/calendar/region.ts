import Holidays from 'date-holidays';
import { nearestWord } from '#core/text/did-you-mean.ts';

export type KnownRegion = { ok: true; region: string } | { ok: false; wrong: string };

/** The codes of a country, its states and their parts, as the list of holidays writes them. */
type Index = { codes: ReadonlyMap<string, string>; countries: ReadonlyMap<string, string> };

let index: Index | null = null;
let countryOfZone: ReadonlyMap<string, string> | null = null;

/** Reads the code of a place that has public holidays of its own: an ISO 3166 country, or a part of one, as `JP`, `US-OH`, `DE-BY`. */
export function knownRegion(code: string): KnownRegion {
  index ??= readIndex();
  const wanted = code.trim().toUpperCase();
  const region = index.codes.get(wanted);
  if (region) return { ok: true, region };
  const country = wanted.split('-')[0] ?? '';
  const near = index.countries.has(country) ? partsOf(country, index) : nearestCountry(code, index);
  return { ok: false, wrong: `No public holidays are known for "${code.trim()}". ${near}` };
}

/** A part of a country that may have holidays of its own, as { code: 'DE-BY', name: 'Bayern' }. */
export type RegionPart = { code: string; name: string };

/** The parts of a country that may have holidays of their own; none of a part, and none where the country has no such parts. By name. */
export function partsOfCountry(region: string): RegionPart[] {
  const states = region.includes('-') ? {} : (new Holidays().getStates(region) ?? {});
  return Object.entries(states)
    .map(([state, name]) => ({ code: `${region}-${state}`, name: String(name) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The country a time zone lies in, when its public holidays are known; `null` for a zone of none, such as Etc/UTC. */
export function regionOfZone(zone: string): string | null {
  countryOfZone ??= readZones();
  return countryOfZone.get(firstNameOf(zone)) ?? null;
}

function readIndex(): Index {
  const list = new Holidays();
  const countries = new Map(Object.entries(list.getCountries('en')));
  const codes = [...countries.keys()].flatMap((country) => [
    country,
    ...Object.keys(list.getStates(country) ?? {}).flatMap((state) => [
      `${country}-${state}`,
      ...Object.keys(list.getRegions(country, state) ?? {}).map((part) => `${country}-${state}-${part}`),
    ]),
  ]);
  return { codes: new Map(codes.map((code) => [code.toUpperCase(), code])), countries };
}

/** Unicode's own list of the zones of a country names each zone once; the list of holidays lends a zone to many countries. */
function readZones(): ReadonlyMap<string, string> {
  const countries = Object.keys(new Holidays().getCountries());
  return new Map(
    countries.flatMap((country) =>
      (new Intl.Locale(`und-${country}`).getTimeZones() ?? []).map((zone) => [firstNameOf(zone), country]),
    ),
  );
}

/** Zones go by several names: Asia/Kolkata is Asia/Calcutta. */
export function firstNameOf(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

function partsOf(country: string, { codes }: Index): string {
  const parts = [...codes.values()].filter((code) => code.startsWith(`${country}-`));
  return parts.length === 0
    ? `${country} has no parts with holidays of their own; write ${country}.`
    : `Known are: ${[country, ...parts].join(', ')}.`;
}

function nearestCountry(word: string, { countries }: Index): string {
  const name = nearestWord(word, [...countries.values()]);
  const code = [...countries].find(([, known]) => known === name)?.[0];
  return code
    ? `Did you mean ${code} (${name})?`
    : 'Use the two letters of the country, as in JP, NL or GB, and of its state after a dash, as in US-OH.';
}
