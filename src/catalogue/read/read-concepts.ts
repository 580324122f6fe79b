import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { Catalogue } from '../catalogue.ts';
import { ContentError, type ContentFault, faultsFrom } from '../check/content-fault.ts';
import { type ConceptFile, conceptsFileSchema } from '../schema/concept.ts';
import { vocabularyNames } from '../schema/vocabulary.ts';
import { parsedYaml } from './parsed-yaml.ts';

const file = 'vocabulary/concepts.yaml';

/** The ways of speaking in `content/vocabulary/concepts.yaml`. @throws ContentError naming every fault. */
export function readConcepts(folder: string, catalogue: Catalogue): ConceptFile[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const result = conceptsFileSchema.safeParse(parsedYaml(file, readFileSync(path, 'utf8')), { reportInput: true });
  if (!result.success) throw new ContentError(faultsFrom(file, result.error));
  const faults = [...unknownIds(result.data, catalogue), ...repeatedIds(result.data)];
  if (faults.length > 0) throw new ContentError(faults);
  return result.data;
}

function unknownIds(concepts: readonly ConceptFile[], catalogue: Catalogue): ContentFault[] {
  const terms = vocabularyNames.map((name) => [name, catalogue.vocabulary[name].map(({ id }) => id)] as const);
  const known = new Map<string, readonly string[]>([...terms, ['lessons', catalogue.lessons.map(({ id }) => id)]]);
  return concepts.flatMap(({ id, means, near }) =>
    [means, near].flatMap((meanings) =>
      Object.entries(meanings ?? {}).flatMap(([kind, ids]) =>
        ids
          .filter((other) => known.has(kind) && !known.get(kind)?.includes(other))
          .map((other) => ({
            file,
            field: `${id}.${kind}`,
            wrong: `"${other}" is not known`,
            mend: didYouMean(other, known.get(kind) ?? []),
          })),
      ),
    ),
  );
}

function repeatedIds(concepts: readonly ConceptFile[]): ContentFault[] {
  const ids = concepts.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ file, field: id, wrong: 'this id is used twice', mend: 'Join the two, or name one anew.' }));
}
