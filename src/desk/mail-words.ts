import { formatDate } from '../i18n/format.ts';
import type { MailLine } from './recent-mail.ts';

/** What became of a nudge, in a trainer's words. */
export function mailOutcome(line: MailLine): { text: string; tone: 'good' | 'bad' | 'plain' } {
  if (line.answer) return answered(line.answer);
  switch (line.state) {
    case 'accepted':
      return { text: unansweredText(line), tone: 'plain' };
    case 'planned':
    case 'queued':
    case 'claimed':
    case 'sending':
      return { text: 'On its way', tone: 'plain' };
    case 'deferred':
      return { text: 'Will be tried again', tone: 'plain' };
    case 'failed':
      return { text: `Not delivered: ${line.reply ?? 'refused'}`, tone: 'bad' };
    case 'unknown':
      return { text: 'Perhaps delivered; the server never said', tone: 'bad' };
    case 'cancelled':
      return { text: `Not sent: ${withReadableDates(line.reply ?? 'withdrawn')}`, tone: 'plain' };
    case 'expired':
      return { text: 'Not sent: its morning had passed', tone: 'plain' };
  }
}

function answered({ right, sureness }: NonNullable<MailLine['answer']>): ReturnType<typeof mailOutcome> {
  const how = { guess: 'guessed', fairly: 'fairly sure', sure: 'sure' }[sureness];
  return right ? { text: `Right, ${how}`, tone: 'good' } : { text: `Another answer, ${how}`, tone: 'bad' };
}

function unansweredText(line: MailLine): string {
  if (line.notRelevant) return 'Called not relevant';
  return line.putOff ? 'Put off by the reader' : 'Sent, no answer yet';
}

/** Reasons are stored with dates as 2026-12-04. */
function withReadableDates(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, (date) => formatDate(date));
}
