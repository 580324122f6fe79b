import type { Fields } from './fields.ts';
import { judgeDelivery } from './judge-delivery.ts';
import { judgeReason } from './judge-reason.ts';
import { withoutReturned } from './prose.ts';
import { phaseIn, replyIn } from './reason.ts';
import type { Judgement, Report } from './report.ts';

/** What a report says of the mail that went to `address`, in lower case. Nothing in it is believed of any other address. */
export function judgeReport(report: Report, address: string): Judgement {
  if (report.feedback) return judgeFeedback(report.feedback);
  if (report.disposition) return judgeDisposition(report.disposition, report.text);
  const text = withoutReturned(report.text);
  if (report.delivery) return judgeDelivery(report.delivery, text, address);
  return isAnswer(report) ? { verdict: 'auto-reply', reply: '' } : judgeProse(text);
}

/** Complaints (RFC 5965). An unknown type means what "other" means; of what a receiver found in a mail, its reader said nothing. */
function judgeFeedback(feedback: Fields): Judgement {
  const type = feedback.get('feedback-type')?.toLowerCase() ?? '';
  const reply = `feedback: ${type || 'no type'}`;
  if (type === 'not-spam') return { verdict: 'relayed', reply };
  if (type === 'virus' || type === 'auth-failure' || type === 'dmarc') return { verdict: 'policy', reply };
  return { verdict: 'complaint', reply };
}

/** A Sieve `reject` says "deleted" by itself (RFC 5429); a receipt for what was displayed tells nothing that an answer does not. */
function judgeDisposition(disposition: Fields, text: string): Judgement {
  const said = disposition.get('disposition') ?? '';
  const isReject = /^automatic-action\/[^;]*;\s*deleted/i.test(said);
  return { verdict: isReject ? 'refusal' : 'auto-reply', reply: replyIn(text).words };
}

/** Whoever answers under a name of their own, or says that it is an answer, is no server that reports. */
function isAnswer({ sender, header }: Report): boolean {
  if (header.has('x-failed-recipients')) return false;
  const submitted = header.get('auto-submitted')?.toLowerCase() ?? 'no';
  if (!submitted.startsWith('no')) return true;
  if (sender !== null) return sender !== '';
  return !/mailer-daemon|mail delivery|postmaster|<>/i.test(header.get('from') ?? '');
}

/** A report in words alone: dma, qmail. */
function judgeProse(text: string): Judgement {
  const reason = { ...replyIn(text), phase: phaseIn(text) };
  return { verdict: judgeReason(reason), reply: reason.words };
}
