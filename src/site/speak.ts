import { addressesIn } from '#catalogue/addresses.ts';
import type { Told } from '#catalogue/catalogue.ts';
import { formatsIn } from '#i18n/format.ts';
import { firstLanguage, type Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

type Locals = { language?: Language; articleLanguage?: Language };

/**
 * What a component needs to speak to its reader. The language comes from the address, or from the person a mail went to. An article that
 * nobody has translated is told in its own language throughout, headings and labels too; its links stay in the reader's.
 */
export function speak(locals: Locals) {
  const language = locals.articleLanguage ?? locals.language ?? firstLanguage;
  return {
    language,
    words: wordsIn(language),
    format: formatsIn(language),
    to: addressesIn(locals.language ?? firstLanguage),
    /** The `lang` of something told in another language than what stands around it. */
    langOf: ({ toldIn }: Told) => (toldIn === language ? undefined : toldIn),
  };
}

/** The same for what stands around an article: header, foot, notices. */
export function speakAround({ language = firstLanguage }: Locals) {
  return speak({ language });
}
