import { quarterIn } from '#core/brief/quarter.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

/** `2026-Q4` as "Q4 2026" or 「2026年第4四半期」. */
export function quarterWords(text: string, language: Language): string {
  const quarter = quarterIn(text);
  return quarter ? wordsIn(language).brief.quarter(quarter.year, quarter.number) : text;
}
