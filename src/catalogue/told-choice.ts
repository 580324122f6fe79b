import type { CaseTranslation } from './schema/translation.ts';

type ToldChoice = CaseTranslation['questions'][number]['choices'][number];

/** A choice as told in another language: the one of the same id, or in files that give none the one in its place. Pure. */
export function toldChoice(told: readonly ToldChoice[], id: string | undefined, at: number): ToldChoice | undefined {
  const named = told.find((choice) => choice.id !== undefined && choice.id === id);
  const inPlace = told[at];
  return named ?? (inPlace?.id === undefined ? inPlace : undefined);
}
