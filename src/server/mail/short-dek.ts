import type { Language } from '#i18n/languages.ts';
import { lettersWide } from '#i18n/text-width.ts';

/** Latin letters in three lines of a mail: enough to know a case again, short enough to read two of them. */
const widest = 190;

/** The sentences a dek begins with, as many as fit, and the first in any case. */
export function shortDek(dek: string, language: Language): string {
  const [first = '', ...rest] = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(dek)].map(
    ({ segment }) => segment,
  );
  let told = first;
  for (const next of rest) {
    if (lettersWide((told + next).trimEnd()) > widest) break;
    told += next;
  }
  return told.trimEnd();
}
