import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Language } from './languages.ts';
import type { Words } from './shape.ts';

export type { Words };

const all: Record<Language, Words> = { en, ja };

export function wordsIn(language: Language): Words {
  return all[language];
}
