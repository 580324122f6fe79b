import { assigning as en } from './en/assigning.ts';
import { assigning as ja } from './ja/assigning.ts';
import type { Language } from './languages.ts';
import type { Words } from './shape.ts';

const all: Record<Language, Words['assigning']> = { en, ja };

/** The words of assigning alone, for its island: a browser is not sent those of the whole site. */
export function assigningWordsIn(language: Language): Words['assigning'] {
  return all[language];
}
