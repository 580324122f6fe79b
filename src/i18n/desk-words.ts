import { desk as en } from './en/desk.ts';
import { desk as ja } from './ja/desk.ts';
import type { Language } from './languages.ts';
import type { Words } from './shape.ts';

const all: Record<Language, Words['desk']> = { en, ja };

/** The words of the desk alone, for its islands: a browser is not sent those of the whole site. */
export function deskWordsIn(language: Language): Words['desk'] {
  return all[language];
}
