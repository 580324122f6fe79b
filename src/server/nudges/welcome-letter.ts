import type { Pace } from '#core/planning/pace.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterLink, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';
import type { NudgeRenderer } from './compose-nudge.ts';

export type Welcomed = {
  name: string;
  team: string;
  pace: Pace;
  kept: NudgeRenderer['kept'];
  /** Who reads what is answered; `null`: nobody is named. */
  reader: string | null;
  ownPageUrl: string;
  unsubscribeUrl: string;
};

/** The first mail to somebody, before any question: who writes and why, what is kept and who sees it, and how to set or stop it. */
export function welcomeLetter(welcomed: Welcomed, language: Language): LetterWords {
  const { welcome, mail, mails, privacy } = wordsIn(language);
  const { name, team, pace, kept, reader, ownPageUrl, unsubscribeUrl } = welcomed;
  const hoursUrl = `${ownPageUrl}#hours`;
  const told = [
    welcome.who(name, team),
    welcome.what(mail.paces[pace]),
    mail.kept[kept.shown](privacy.months(kept.months)),
    welcome.yours,
  ];
  const answered = reader === null ? [] : [mails.replies(reader)];
  return {
    subject: welcome.subject,
    text: [
      ...told.map(wrap),
      `${welcome.set}\n${hoursUrl}`,
      ...answered.map(wrap),
      `${wrap(welcome.stop)}\n${welcome.stopAct}\n${unsubscribeUrl}`,
    ].join('\n\n'),
    html: letterPage(
      welcome.subject,
      [
        ...told.map((line) => letterParagraph('ink', line, language)),
        letterButton(hoursUrl, welcome.set),
        ...[...answered, welcome.stop].map((line) => letterParagraph('ash', line, language)),
        letterLink(unsubscribeUrl, welcome.stopAct),
      ],
      language,
    ),
  };
}
