import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { inputNamer, termNamed } from '#search/name-inputs.ts';
import type { ExposureRowIn, NamedItem } from './exposure-row.ts';

/** Free text may be said to be one, with this before it. */
const freeText = /^other\s*:\s*/i;

export type ItemNamer = (row: Pick<ExposureRowIn, 'item' | 'input' | 'family'>) => NamedItem;

/** What an item is: what its input says, else what its name does. The family that a file gives goes before the one its words suggest. */
export function itemNamer(vocabulary: Vocabulary): ItemNamer {
  const namer = inputNamer(vocabulary);
  return ({ item, input, family }) => {
    const written = input ?? '';
    const own = written.replace(freeText, '');
    const given = family ? termNamed(vocabulary.families, family) : null;
    const known = vocabulary.inputs.some(({ id }) => id === own) ? own : null;
    const byInput = namer(known ? known.replaceAll('-', ' ') : own);
    const byName = namer(item);
    const guessed = freeText.test(written) ? null : (known ?? byInput.input ?? (own === '' ? byName.input : null));
    const ofGuessed = vocabulary.inputs.find(({ id }) => id === guessed)?.family ?? null;
    return {
      input: guessed,
      said: guessed === null && own !== '' ? own : null,
      family: given ?? ofGuessed ?? byInput.family ?? byName.family,
    };
  };
}
