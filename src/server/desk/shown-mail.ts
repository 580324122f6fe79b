import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import type { Language } from '#i18n/languages.ts';
import { doneOutcome, mailOutcome, type Outcome } from './mail-words.ts';
import type { MailLine } from './recent-mail.ts';

/** A nudge as the desk lists it by name. */
export type ShownMail = Pick<
  MailLine,
  'nudgeId' | 'localDate' | 'personName' | 'teamName' | 'lessonId' | 'caseId' | 'assigned'
> & {
  /** `null` where it would tell of an answer: a lesson is asked again in another form. */
  kind: NudgeKind | null;
  outcome: Outcome;
};

export function shownMail(line: MailLine, byName: ShowByName, language: Language): ShownMail {
  const { nudgeId, localDate, personName, teamName, lessonId, caseId, assigned, kind } = line;
  const common = { nudgeId, localDate, personName, teamName, lessonId, caseId, assigned };
  return byName === 'results'
    ? { ...common, kind, outcome: mailOutcome(line, language) }
    : { ...common, kind: null, outcome: doneOutcome(line, language) };
}
