import { askedBy, type NudgeKind } from '#core/planning/nudge-kinds.ts';
import { stepAnswers } from '#core/planning/planner-types.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { type Words, wordsIn } from '#i18n/words.ts';
import { type ComparisonAnswer, comparisonAnswers } from '#server/answers/given-answer.ts';
import type { MailLine } from './recent-mail.ts';

export type Outcome = { text: string; tone: 'good' | 'bad' | 'plain' };

/** What became of a nudge, in a trainer's words. */
export function mailOutcome(line: MailLine, language: Language): Outcome {
  const { outcomes } = wordsIn(language).desk;
  if (line.answer) return answered(line.kind, line.answer, outcomes);
  switch (line.state) {
    case 'accepted':
      return { text: unansweredText(line, outcomes), tone: 'plain' };
    case 'planned':
    case 'queued':
    case 'claimed':
    case 'sending':
      return { text: outcomes.onItsWay, tone: 'plain' };
    case 'deferred':
      return { text: outcomes.deferred, tone: 'plain' };
    case 'failed':
      return { text: outcomes.failed(line.reply ?? outcomes.refused), tone: 'bad' };
    case 'bounced':
      return { text: outcomes.bounced(line.reply ?? outcomes.refused), tone: 'bad' };
    case 'complained':
      return { text: outcomes.complained, tone: 'bad' };
    case 'unknown':
    case 'held':
      return { text: outcomes.unknown, tone: 'bad' };
    case 'cancelled':
      return { text: outcomes.cancelled(sayReason(line.reply ?? 'withdrawn', language)), tone: 'plain' };
    case 'expired':
      return { text: outcomes.expired, tone: 'plain' };
  }
}

/** The same where no result is shown by name: on its way, sent, answered, or why it did not arrive. What its reader wished is theirs. */
export function doneOutcome(line: MailLine, language: Language): Outcome {
  const { outcomes } = wordsIn(language).desk;
  if (line.answer) return { text: outcomes.answered, tone: 'plain' };
  if (line.state === 'accepted' || line.state === 'complained') return { text: outcomes.unanswered, tone: 'plain' };
  if (line.state === 'cancelled' && !houseReasons.includes(line.reply ?? ''))
    return { text: outcomes.notSent, tone: 'plain' };
  return mailOutcome(line, language);
}

/** Why a mail was withdrawn, where that was not its reader's own wish. */
const houseReasons: readonly string[] = [
  'the assignment was withdrawn',
  'the lesson was taken out of the assignment',
  'the signal was withdrawn',
  'a trainer withdrew it',
  'due before the store was restored',
];

type OutcomeWords = Words['desk']['outcomes'];

function answered(kind: NudgeKind, answer: NonNullable<MailLine['answer']>, words: OutcomeWords): Outcome {
  switch (askedBy[kind]) {
    case 'question': {
      const how = words.sureness[answer.sureness];
      return answer.right ? { text: words.right(how), tone: 'good' } : { text: words.other(how), tone: 'bad' };
    }
    case 'comparison': {
      const given = comparisonAnswers.find((entry) => entry === answer.choice);
      return { text: given ? words.comparison[given] : answer.choice, tone: given ? comparisonTones[given] : 'plain' };
    }
    case 'step': {
      // A step that is not taken is no failure, so it is never shown as one.
      const given = stepAnswers.find((entry) => entry === answer.choice);
      return { text: given ? words.step[given] : answer.choice, tone: given === 'done' ? 'good' : 'plain' };
    }
  }
}

const comparisonTones: Record<ComparisonAnswer, Outcome['tone']> = { saw: 'good', partly: 'plain', missed: 'bad' };

function unansweredText(line: MailLine, words: OutcomeWords): string {
  if (line.notRelevant) return words.notRelevant;
  if (line.putOff) return words.putOff;
  return line.read ? words.read : words.unanswered;
}

/** Reasons are stored in English, with dates as 2026-12-04; one that is in no list is shown as it is stored. */
function sayReason(stored: string, language: Language): string {
  const { reasons } = wordsIn(language).desk;
  const paused = /^paused until (\d{4}-\d{2}-\d{2})$/.exec(stored)?.[1];
  if (paused) return reasons.paused(formatsIn(language).date(paused));
  const suppressed = /^the address is suppressed: (.*)$/s.exec(stored)?.[1];
  if (suppressed) return reasons.suppressed(suppressed);
  const plain: Record<string, string> = {
    withdrawn: reasons.withdrawn,
    unsubscribed: reasons.unsubscribed,
    'the person was erased': reasons.erased,
    'not relevant to this person': reasons.notRelevant,
    'the assignment was withdrawn': reasons.assignmentWithdrawn,
    'the lesson was taken out of the assignment': reasons.lessonTaken,
    'the signal was withdrawn': reasons.signalWithdrawn,
    'a trainer withdrew it': wordsIn(language).mails.withdrawnByTrainer,
    'due before the store was restored': reasons.restored,
  };
  return plain[stored] ?? stored;
}
