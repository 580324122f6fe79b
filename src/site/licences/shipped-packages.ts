import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dutiesOf } from './licence-duties.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

export type ShippedPackage = {
  /** The name, with `*` for the platform of a binary. */
  name: string;
  version: string;
  /** As an SPDX expression; empty where none is told. */
  licence: string;
  /** Where it lies when it is installed. */
  places: string[];
};

/** Tools of development whose work is part of what is handed on: the sheets hold pieces of their fonts. */
const inSheets = /^@expo-google-fonts\//;

/** Licences that stand in a package’s own LICENSE alone, read by somebody; another version is to be read anew. */
const readByHand: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' };

/** What somebody read in a package’s LICENSE, where nothing else tells it. */
export function licenceReadByHand(name: string, version: string | undefined): string | undefined {
  return readByHand[`${name}@${version}`];
}

/**
 * Every package that is handed on with the product or in its pages, by the text of package-lock.json. Binaries of several platforms, of
 * which a machine gets one, are one package.
 */
export function shippedPackages(lock: string): ShippedPackage[] {
  const shipped = new Map<string, ShippedPackage>();
  for (const [place, entry] of Object.entries(lockSchema.parse(JSON.parse(lock)).packages)) {
    const called = entry.name ?? place.replace(/^.*node_modules\//, '');
    if (place === '' || (entry.dev && !inSheets.test(called))) continue;
    const name = withoutPlatform(called);
    const known = shipped.get(`${name}@${entry.version} ${entry.license}`);
    if (known) known.places.push(place);
    else
      shipped.set(`${name}@${entry.version} ${entry.license}`, {
        name,
        version: entry.version ?? '',
        licence: entry.license ?? licenceReadByHand(name, entry.version) ?? '',
        places: [place],
      });
  }
  return [...shipped.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const platform =
  /(?<=[-/])(android|darwin|freebsd|linux|linuxmusl|netbsd|openbsd|openharmony|sunos|win|win32|windows|aix|wasm32)(-[a-z0-9-]+)?$/;

function withoutPlatform(name: string): string {
  return name.replace(platform, '*');
}

/** Those of this project. It is run and built from its own folder. */
export function shippedHere(): ShippedPackage[] {
  return shippedPackages(readFileSync('package-lock.json', 'utf8'));
}

/** How many packages there are under each licence, the most frequent first. */
export function countsOf(packages: readonly ShippedPackage[]): [licence: string, packages: number][] {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** Those whose licence asks for more than a notice. */
export function dutifulOf(packages: readonly ShippedPackage[]): ShippedPackage[] {
  return packages.filter(({ licence }) => dutiesOf(licence).duties.length > 0);
}
