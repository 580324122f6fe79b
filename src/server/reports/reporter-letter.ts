import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';

/** *received*: we have it. *please-read*: agree to the words or not. *became*: what became of it. */
export const reporterLetterKinds = ['received', 'please-read', 'became'] as const;

export type ReporterLetterKind = (typeof reporterLetterKinds)[number];

/** A letter to whoever reported a near miss. It quotes nothing of the report: a mailbox may be read by others. */
export function reporterLetter(kind: ReporterLetterKind, url: string, language: Language): LetterWords {
  const t = wordsIn(language).reports.letters;
  const { subject, lead } = t[kind];
  return {
    subject,
    // As the mark at the head of the page says.
    text: ['Nodomoto', wrap(lead), `${t.open}\n${url}`, wrap(t.gone)].join('\n\n'),
    html: letterPage(
      subject,
      [letterParagraph('ink', lead, language), letterButton(url, t.open), letterParagraph('ash', t.gone, language)],
      language,
    ),
  };
}
