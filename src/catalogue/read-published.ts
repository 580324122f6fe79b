import { readFileSync } from 'node:fs';
import { HouseError } from '../house-error.ts';
import type { Catalogue } from './catalogue.ts';

/** The version of catalogue.json; raised when a field changes its meaning or goes. */
export const catalogueVersion = 1;

export type PublishedCatalogue = Catalogue & { version: typeof catalogueVersion };

function isPublished(value: unknown): value is PublishedCatalogue {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === catalogueVersion &&
    'cases' in value &&
    'lessons' in value
  );
}

/** The catalogue as the site build wrote it: scripts plan from what readers can see. @throws HouseError when there is none. */
export function readPublishedCatalogue(file: string): Catalogue {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new HouseError(
      'CATALOGUE_MISSING',
      'The library has not been built yet.',
      'Run npm run build, or npm start, which builds first.',
      { cause: error },
    );
  }
  if (isPublished(value)) return value;
  throw new HouseError(
    'CATALOGUE_VERSION',
    'The built library is of another version than this code.',
    'Run npm run build again.',
  );
}
