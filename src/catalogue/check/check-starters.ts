import { didYouMean } from '#core/text/did-you-mean.ts';
import type { ContentParts } from '../assemble.ts';
import type { Starter } from '../schema/starter.ts';
import type { VocabularyName } from '../schema/vocabulary.ts';
import { type ContentFault, dangling } from './content-fault.ts';

const file = 'vocabulary/starters.yaml';

/** Faults of the lists to start from: words that the vocabulary does not have, and what stands twice. Pure. */
export function checkStarters({ starters, vocabulary }: Pick<ContentParts, 'starters' | 'vocabulary'>): ContentFault[] {
  const unknown = starters.flatMap(usesOf).flatMap(({ field, name, id }) => {
    const known = vocabulary[name].map((term) => term.id);
    if (known.includes(id)) return [];
    return [dangling(file, field, id, `${didYouMean(id, known)} New words go into vocabulary/${name}.yaml.`)];
  });
  return [...unknown, ...repeatedLists(starters), ...starters.flatMap(repeatedInputs)];
}

/** A word that a list names, and where it stands in the file; entries count from one. */
type Use = { field: string; name: VocabularyName; id: string };

function usesOf(starter: Starter, index: number): Use[] {
  const at = `[${index + 1}]`;
  const uses = (field: string, name: VocabularyName, ids: readonly string[]) =>
    ids.map((id) => ({ field: `${at}.${field}`, name, id }));
  return [
    ...starter.items.map(
      ({ input: id }, item): Use => ({ field: `${at}.items[${item + 1}].input`, name: 'inputs', id }),
    ),
    ...uses('systems', 'systems', starter.systems),
    ...('sector' in starter ? uses('sector', 'sectors', [starter.sector]) : []),
    ...('sector' in starter ? uses('routes', 'routes', starter.routes) : []),
  ];
}

function repeatedLists(starters: readonly Starter[]): ContentFault[] {
  const whose = starters.map((starter) => ('sector' in starter ? `sector ${starter.sector}` : `role ${starter.role}`));
  return whose.flatMap((name, index) =>
    whose.indexOf(name) === index
      ? []
      : [{ file, field: `[${index + 1}]`, wrong: `the ${name} has a list already`, mend: 'Join the two.' }],
  );
}

function repeatedInputs({ items }: Starter, index: number): ContentFault[] {
  const inputs = items.map(({ input }) => input);
  return inputs.flatMap((input, item) =>
    inputs.indexOf(input) === item
      ? []
      : [
          {
            file,
            field: `[${index + 1}].items[${item + 1}].input`,
            wrong: `"${input}" stands twice`,
            mend: 'Keep one of the two.',
          },
        ],
  );
}
