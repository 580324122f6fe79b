import type { Catalogue } from '#catalogue/catalogue.ts';
import { type Field, fieldKey, type Typed } from '#catalogue/pieces/form.ts';
import type { PlacedFault } from '#catalogue/pieces/place-faults.ts';
import { rowsIn } from '#catalogue/pieces/typed.ts';
import type { Words } from '#i18n/words.ts';
import { type Offer, offersOf } from '#server/desk/write/offered.ts';

/** What the fields of a form are drawn from. */
export type FormView = {
  typed: Typed;
  faults: readonly PlacedFault[];
  /** What somebody else wrote into the same fields meanwhile. */
  theirs: Typed;
  catalogue: Catalogue;
};

/** A name as the id of an element. */
export function idOf(name: string): string {
  return `f-${name.replaceAll(/[^\w-]+/g, '-')}`;
}

/** What a field is called, and what belongs there. Both sides of the contrast have the same fields. */
export function wordsOfField(
  name: string,
  { as }: Pick<Field, 'as'>,
  { write }: Words,
): { label: string; help: string } {
  if (as === 'cited') return { label: write.form.cited, help: write.form.citedHelp };
  const key = fieldKey(name).replace('contrast.right.', 'contrast.left.');
  return (
    new Map<string, { label: string; help: string }>(Object.entries(write.fields)).get(key) ?? { label: key, help: '' }
  );
}

/** What can be chosen, by what it is called in the language of the page. */
export function choicesOf(
  field: Extract<Field, { of: unknown; as: 'one' | 'some' | 'words' }>,
  view: FormView,
  words: Words,
): Offer[] {
  if (field.of === 'questions') {
    return rowsIn(view.typed, 'questions', 16).flatMap((row) => {
      const id = view.typed[`questions[${row}].id`];
      return id ? [{ id, label: view.typed[`questions[${row}].subject`] ?? id }] : [];
    });
  }
  const fixed = fixedLabels(words);
  return offersOf(field.of, view.catalogue).map(({ id, label }) => ({ id, label: label ?? fixed.get(id) ?? id }));
}

function fixedLabels(words: Words): Map<string, string> {
  const labelled = { ...words.mechanisms, ...words.instruments, ...words.colours };
  return new Map([
    ...Object.entries(words.kinds),
    ...Object.entries(words.records),
    ...Object.entries(words.tiers),
    ...Object.entries(words.confidence),
    ...Object.entries(words.authority),
    ...Object.entries(words.write.options),
    ...Object.entries(labelled).map(([id, { label }]): [string, string] => [id, label]),
  ]);
}
