import type { Language } from '#i18n/languages.ts';
import { lettersWide, shortened } from '#i18n/text-width.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterHeading, letterLink, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';

export type AskedOwner = {
  name: string;
  team: string;
  title: string;
  reason: string;
  /** `null` where the case left the library. */
  story: { title: string; dek: string } | null;
  /** Who reads what is answered; `null`: nobody is named. */
  reader: string | null;
  keptUrl: string;
  unsubscribeUrl: string;
};

/** What phones show of a subject, in Latin letters. */
const widestSubject = 59;

/** The mail that asks once a year whether something is still kept: what it is, why it is there, and the way to answer. */
export function askingLetter(asked: AskedOwner, language: Language): LetterWords {
  const { safeguards, mails } = wordsIn(language);
  const t = safeguards.ask;
  const { name, team, title, reason, story, reader, keptUrl, unsubscribeUrl } = asked;
  const why = [t.because(reason), ...(story ? [t.happened(story.title, story.dek)] : [])];
  const beside = [t.how, t.notYou, ...(reader === null ? [] : [mails.replies(reader)])];
  const subject = t.subject(shortened(title, widestSubject - lettersWide(t.subject(''))));
  return {
    subject,
    text: [
      ...[t.who(name, team), title, ...why].map(wrap),
      `${t.act}\n${keptUrl}`,
      ...beside.map(wrap),
      `${t.stop}\n${unsubscribeUrl}`,
    ].join('\n\n'),
    html: letterPage(
      subject,
      [
        letterParagraph('ink', t.who(name, team), language),
        letterHeading(title, language),
        ...why.map((line) => letterParagraph('ink', line, language)),
        letterButton(keptUrl, t.act),
        ...beside.map((line) => letterParagraph('ash', line, language)),
        letterLink(unsubscribeUrl, t.stop),
      ],
      language,
    ),
  };
}
