import { existsSync } from 'node:fs';

/** Places that a document may name from the top of the repository; anything else is below `src/`. */
const fromTop = /^(scripts\/|docs\/|\.|Dockerfile|compose\.yaml|biome\.json|tsconfig\.json|astro\.config\.mjs)/;

/** The path of a file that a document names. */
export function pathOf(name: string): string {
  return fromTop.test(name) ? name : `src/${name}`;
}

/** Of the files that a document names, those that are not there. */
export function missingFiles(names: readonly string[]): string[] {
  return names.filter((name) => !existsSync(pathOf(name)));
}
