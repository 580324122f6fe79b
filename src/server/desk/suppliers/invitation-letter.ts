import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';

export type InvitationTold = { firm: string; by: string; line: string | null; url: string; host: string };

/** The one mail that a firm gets: who asks, for what, what they would see, and how to say no. */
export function invitationLetter({ firm, by, line, url, host }: InvitationTold, language: Language): LetterWords {
  const t = wordsIn(language).suppliers.letter;
  const said = [t.lead(by, firm), ...(line === null ? [] : [t.line(line)]), t.what, t.wall];
  const aside = [t.no, t.once(host)];
  const subject = t.subject(firm);
  const parts = [
    ...said.map((text) => letterParagraph('ink', text, language)),
    letterButton(url, t.act),
    ...aside.map((text) => letterParagraph('ash', text, language)),
  ];
  return {
    subject,
    text: [...said.map((text) => wrap(text)), `${t.act}\n${url}`, ...aside.map((text) => wrap(text))].join('\n\n'),
    html: letterPage(subject, parts, language),
  };
}
