import { addressesIn } from '#catalogue/addresses.ts';
import { formatsIn } from './format.ts';
import { firstLanguage, type Language } from './languages.ts';
import { wordsIn } from './words.ts';

/** What a component needs to speak to its reader. The language comes from the address, or from the person a mail went to. */
export function speak(locals: { language?: Language }) {
  const language = locals.language ?? firstLanguage;
  return { language, words: wordsIn(language), format: formatsIn(language), to: addressesIn(language) };
}
