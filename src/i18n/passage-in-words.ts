import type { Passage } from '#core/sharing/passage.ts';
import { formatsIn } from './format.ts';
import type { Language } from './languages.ts';
import { wordsIn } from './words.ts';

/** "From Hoshino Metals, passed on by the parts association, TLP:GREEN" */
export function passageInWords({ from, through, tlp }: Passage, language: Language): string {
  return wordsIn(language).sharing.from(from, through.join(formatsIn(language).comma), tlp);
}
