import type { PrincipleNumber } from '#core/code/principles.ts';
import type { StatementState } from '#core/code/statement.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterLink, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';

export type DueStatement = { principle: PrincipleNumber; state: StatementState; text: string; dueOn: string };

export type Reminded = {
  name: string;
  due: readonly DueStatement[];
  /** Who reads what is answered; `null`: nobody is named. */
  reader: string | null;
  deskUrl: string;
  unsubscribeUrl: string;
};

/** To the owner of principles that are not kept: which, what is said of them, by when, and how to say what has changed. */
export function reminderLetter(
  { name, due, reader, deskUrl, unsubscribeUrl }: Reminded,
  language: Language,
): LetterWords {
  const { code } = wordsIn(language);
  const t = code.reminder;
  const format = formatsIn(language);
  const statements = due.map(({ principle, state, text, dueOn }) => ({
    line: t.line(principle, code.principles[principle].title, code.states[state], format.date(dueOn)),
    says: t.says(text),
  }));
  const answered = reader === null ? [] : [t.replies(reader)];
  const told = [t.lead(name, due.length), ...statements.flatMap(({ line, says }) => [line, says]), t.ask, ...answered];
  const beside = [t.why, t.stop];
  return {
    subject: t.subject(due.length),
    text: [
      ...told.map(wrap),
      `${t.desk}\n${deskUrl}`,
      wrap(t.why),
      `${wrap(t.stop)}\n${t.stopAct}\n${unsubscribeUrl}`,
    ].join('\n\n'),
    html: letterPage(
      t.subject(due.length),
      [
        ...told.map((line) => letterParagraph('ink', line, language)),
        letterButton(deskUrl, t.desk),
        ...beside.map((line) => letterParagraph('ash', line, language)),
        letterLink(unsubscribeUrl, t.stopAct),
      ],
      language,
    ),
  };
}
