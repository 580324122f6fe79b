import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Language } from './languages.ts';

/** The words of the interface: the shape of the first language, with any text in its places. */
type Widen<T> = T extends string
  ? string
  : T extends (...inputs: infer Inputs) => string
    ? (...inputs: Inputs) => string
    : T extends readonly (infer Entry)[]
      ? readonly Widen<Entry>[]
      : { readonly [Key in keyof T]: Widen<T[Key]> };

export type Words = Widen<typeof en>;

const all: Record<Language, Words> = { en, ja };

export function wordsIn(language: Language): Words {
  return all[language];
}
