import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { type Language, perLanguage } from '#i18n/languages.ts';
import { addressesIn } from '../addresses.ts';
import type { Catalogue, Library } from '../catalogue.ts';
import { catalogueVersion } from '../schema/published-schema.ts';
import { typesetCatalogue } from '../typeset-library.ts';

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

/** The catalogue in every language as the site build wrote it below `client`: scripts plan from what readers can see. @throws AppError when there is none. */
export function readPublishedLibrary(client: string): Library {
  const read = (language: Language) =>
    typesetCatalogue(readPublishedCatalogue(join(client, addressesIn(language).page('/catalogue.json'))));
  return perLanguage(read);
}

function readPublishedCatalogue(file: string): Catalogue {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AppError('CATALOGUE_MISSING', { cause: error });
  }
  if (isPublished(value)) return value;
  throw new AppError('CATALOGUE_VERSION');
}
