import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLanguage } from '#i18n/languages.ts';
import type { Catalogue } from '../catalogue.ts';
import { ContentError, faultsFrom } from '../check/content-fault.ts';
import { splitFrontMatter } from '../front-matter.ts';
import type { BodyOf } from '../organisations/named-organisations.ts';
import { type Organisation, organisationsFileSchema } from '../schema/organisation.ts';
import { parsedYaml } from './parsed-yaml.ts';

const file = 'vocabulary/organisations.yaml';

/** Whom cases name, as `content/vocabulary/organisations.yaml` lists them. @throws ContentError naming every fault. */
export function readOrganisations(folder: string): Organisation[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const result = organisationsFileSchema.safeParse(parsedYaml(file, readFileSync(path, 'utf8')), { reportInput: true });
  if (!result.success) throw new ContentError(faultsFrom(file, result.error));
  return result.data;
}

/** The prose of the cases below `folder`, each in the language in which the catalogue tells it. */
export function bodiesIn(folder: string, { cases }: Pick<Catalogue, 'cases'>): BodyOf {
  const toldIn = new Map(cases.map((entry) => [entry.id, entry.toldIn]));
  return (caseId) => {
    const language = toldIn.get(caseId) ?? firstLanguage;
    const name = language === firstLanguage ? 'index.mdx' : `index.${language}.mdx`;
    const text = readFileSync(join(folder, 'cases', caseId, name), 'utf8');
    return splitFrontMatter(text)?.body ?? '';
  };
}
