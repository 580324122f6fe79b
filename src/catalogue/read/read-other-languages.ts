import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { Catalogue } from '../catalogue.ts';
import { ContentError, faultsFrom } from '../check/content-fault.ts';
import type { ConceptFile } from '../schema/concept.ts';
import { firmNamesFileSchema, heardElsewhereFileSchema, type OtherLanguages } from '../schema/other-languages.ts';
import { vocabularyNames } from '../schema/vocabulary.ts';
import { parsedYaml } from './parsed-yaml.ts';

const heardFile = 'vocabulary/other-languages.yaml';
const firmsFile = 'vocabulary/firms.yaml';

/** What is heard in German, Spanish and Chinese, and the names of firms. @throws ContentError naming every fault. */
export function readOtherLanguages(
  folder: string,
  catalogue: Catalogue,
  concepts: readonly ConceptFile[],
): OtherLanguages {
  const heard = readList(folder, heardFile, heardElsewhereFileSchema);
  const firms = readList(folder, firmsFile, firmNamesFileSchema);
  const known = new Set([
    ...concepts.map(({ id }) => id),
    ...vocabularyNames.flatMap((name) => catalogue.vocabulary[name].map(({ id }) => `${name}:${id}`)),
  ]);
  const faults = heard
    .map((entry) => entry.for)
    .filter((id) => !known.has(id) && !id.startsWith('countries:'))
    .map((id) => ({ file: heardFile, field: id, wrong: `"${id}" is not known`, mend: didYouMean(id, [...known]) }));
  if (faults.length > 0) throw new ContentError(faults);
  return { heard, firms };
}

function readList<T>(folder: string, file: string, schema: z.ZodType<T[]>): T[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const result = schema.safeParse(parsedYaml(file, readFileSync(path, 'utf8')), { reportInput: true });
  if (!result.success) throw new ContentError(faultsFrom(file, result.error));
  return result.data;
}
