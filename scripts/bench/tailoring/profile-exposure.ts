import type { Catalogue } from '#catalogue/catalogue.ts';
import { type ExposureItem, notAsked, readSite, type TeamExposure } from '#core/exposure/exposure.ts';
import { inputNamer, termNamer } from '#search/name-inputs.ts';
import type { JudgedProfile } from './judged-set.ts';

/** A judged profile as an import would take it in: its words are looked up as the import looks them up, what it leaves out is not known. */
export function exposureReader({ vocabulary }: Catalogue): (profile: JudgedProfile) => TeamExposure {
  const nameInput = inputNamer(vocabulary);
  const sectorOf = termNamer(vocabulary.sectors);
  const routeOf = termNamer(vocabulary.routes);
  const systemOf = termNamer(vocabulary.systems);
  const itemOf = (item: JudgedProfile['items'][number]): ExposureItem => {
    const byWhat = nameInput(item.what);
    const byName = nameInput(item.name);
    const best = byName.input === null ? byWhat : byName;
    return {
      name: item.name,
      input: best.input,
      family: best.family ?? byName.family ?? byWhat.family,
      origin: item.from ?? null,
      share: item.share === undefined ? null : item.share / 100,
      suppliers: item.suppliers ?? null,
      tiersMapped: item.tiers ?? null,
      stockDays: item.stock_days ?? null,
      recoveryDays: item.recovery_days ?? null,
      alternative: item.alternative ?? null,
      essential: 'unknown',
      lead: 'unknown',
      leak: 'unknown',
      upheaval: 'unknown',
      ...notAsked,
    };
  };
  return (profile) => {
    const sites = profile.sites.map(readSite);
    return {
      sector: sectorOf(profile.sector),
      items: profile.items.map(itemOf),
      routes: [...new Set(profile.routes.map((words) => routeOf(words) ?? words))],
      systems: [...new Set(profile.systems.map((words) => systemOf(words) ?? words))],
      sites,
      home: [...new Set(sites.map(({ country }) => country))],
    };
  };
}
