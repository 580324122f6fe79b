import type { Catalogue } from '#catalogue/catalogue.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import type { ReasonSpeech } from '#core/planning/reason-sentence.ts';
import { formatsIn } from '#i18n/format.ts';
import { wordsIn } from '#i18n/words.ts';

/** How the language of a catalogue says why a person gets a nudge. */
export function reasonSpeech(catalogue: Pick<Catalogue, 'vocabulary' | 'language'>): ReasonSpeech {
  const { language } = catalogue;
  return { names: reasonWords(catalogue), sentences: wordsIn(language).mail.why, gap: formatsIn(language).gap };
}
