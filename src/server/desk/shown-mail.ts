import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import type { Language } from '#i18n/languages.ts';
import { doneOutcome, mailOutcome, type Outcome } from './mail-words.ts';
import type { MailLine } from './recent-mail.ts';

/** A nudge as the desk lists it by name. */
export type ShownMail = {
  nudgeId: number;
  day: string;
  personName: string;
  teamName: string;
  assigned: boolean;
  /** `null` for what came at somebody's own pace: which lesson that is, and how soon it comes again, tells how they answered. */
  about: { lessonId: string; caseId: string } | null;
  /** `null` where it would tell of an answer: a lesson is asked again in another form. */
  kind: NudgeKind | null;
  outcome: Outcome;
};

export function shownMail(line: MailLine, byName: ShowByName, language: Language): ShownMail {
  const { nudgeId, localDate: day, personName, teamName, assigned, lessonId, caseId, kind } = line;
  const about = { lessonId, caseId };
  const common = { nudgeId, day, personName, teamName, assigned };
  if (byName === 'results') return { ...common, about, kind, outcome: mailOutcome(line, language) };
  return { ...common, about: assigned ? about : null, kind: null, outcome: doneOutcome(line, language) };
}
