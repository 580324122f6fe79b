import type { Choice, NamedChoice } from './schema/question.ts';

/** Names every choice of a question. One that the files leave without an id is named after its place, which a reordering takes to another. Pure. */
export function nameChoices<T extends Choice>(choices: readonly T[]): (T & Pick<NamedChoice, 'id'>)[] {
  return choices.map((choice, index) => ({ ...choice, id: choice.id ?? `choice-${index + 1}` }));
}
