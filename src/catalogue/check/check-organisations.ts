import type { Catalogue } from '../catalogue.ts';
import { type BodyOf, namedOrganisations } from '../organisations/named-organisations.ts';
import { namesOf } from '../organisations/names-of.ts';
import type { Organisation } from '../schema/organisation.ts';
import { type ContentFault, dangling } from './content-fault.ts';

const file = 'vocabulary/organisations.yaml';

/** What is wrong with the list of organisations: those whom no case names, names that two have, cases that are not there. Pure. */
export function checkOrganisations(
  catalogue: Pick<Catalogue, 'cases'>,
  organisations: readonly Organisation[],
  bodyOf: BodyOf,
): ContentFault[] {
  return [
    ...namedOrganisations(catalogue, organisations, bodyOf)
      .filter(({ mentions }) => mentions.length === 0)
      .map(({ organisation }) => ({
        file,
        field: organisation.id,
        wrong: `no case names it as ${quoted(namesOf(organisation, 'en'))}`,
        mend: 'Add the name that a case uses, or take it off the list.',
      })),
    ...repeated(organisations),
    ...unknownCases(catalogue, organisations),
  ];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}

function repeated(organisations: readonly Organisation[]): ContentFault[] {
  const seen = new Map<string, string>();
  const faults: ContentFault[] = [];
  for (const one of organisations) {
    for (const name of new Set([one.id, ...namesOf(one, 'en'), ...namesOf(one, 'ja')])) {
      const other = seen.get(name);
      if (other === undefined) seen.set(name, one.id);
      else {
        const mend = `${other} has it too: give it to one of them, or put it under namesIn of both.`;
        faults.push({ file, field: one.id, wrong: `"${name}" stands twice`, mend });
      }
    }
  }
  return faults;
}

function unknownCases({ cases }: Pick<Catalogue, 'cases'>, organisations: readonly Organisation[]): ContentFault[] {
  const known = new Set(cases.map(({ id }) => id));
  return organisations.flatMap(({ id, namesIn }) =>
    Object.keys(namesIn)
      .filter((caseId) => !known.has(caseId))
      .map((caseId) => dangling(file, `${id}.namesIn`, caseId, 'Name a case by its folder.')),
  );
}
