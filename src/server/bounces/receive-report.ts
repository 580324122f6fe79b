import { judgeReport } from '#core/delivery/bounce/judge-report.ts';
import type { Judgement } from '#core/delivery/bounce/report.ts';
import { actOnReport, hasLeft, type ReportEffect } from './act-on-report.ts';
import { findMessage, type ReportedMessage } from './find-message.ts';
import { type ParsedReport, parseReport, type ReportEnvelope } from './parse-report.ts';
import type { ReportContext } from './report-context.ts';

/**
 * What came of a report. *letter*: it is none, and about no mail that we sent. *foreign*: it is one, about no mail that we sent. *under-way*: its mail is being handed over this moment, so it has to be read again.
 * *unreadable*: it cannot be taken apart, or says nothing we know, and somebody has to look at it.
 */
export type ReportOutcome =
  | { kind: 'read'; message: number; verdict: Judgement['verdict']; effect: ReportEffect; reply: string }
  | { kind: 'auto-reply' }
  | { kind: 'letter' }
  | { kind: 'foreign' }
  | { kind: 'under-way' }
  | { kind: 'unreadable' };

/** Reads a report and does what it asks for. Reading the same again changes nothing. */
export async function receiveReport(
  context: ReportContext,
  raw: Uint8Array,
  envelope: ReportEnvelope,
): Promise<ReportOutcome> {
  const parsed = await parseReport(raw, envelope).catch((err: unknown) => {
    context.log.tell('report-unreadable', { message: null, err });
    return null;
  });
  if (parsed === null) return { kind: 'unreadable' };
  const message = await findMessage(context.db, context.bounceAddress, parsed, envelope);
  if (!message) return ofNoMail(context, parsed);
  if (message.state === 'sending') return { kind: 'under-way' };
  return ofMail(context, message, judgeReport(parsed.report, message.address.toLowerCase()));
}

function ofNoMail({ log }: ReportContext, { report }: ParsedReport): ReportOutcome {
  if (judgeReport(report, '').verdict === 'auto-reply') return { kind: 'letter' };
  log.tell('report-foreign', {});
  return { kind: 'foreign' };
}

async function ofMail(
  { db, log, clock }: ReportContext,
  message: ReportedMessage,
  judgement: Judgement,
): Promise<ReportOutcome> {
  const { verdict, reply } = judgement;
  const told = { message: message.id, person: message.person_id, purpose: message.purpose };
  if (verdict === 'auto-reply') return { kind: 'auto-reply' };
  if (verdict === 'unreadable') {
    log.tell('report-unreadable', { message: message.id, err: null });
    return { kind: 'unreadable' };
  }
  if (!hasLeft(message)) {
    log.tell('report-foreign', {});
    return { kind: 'foreign' };
  }
  const effect = await db.transaction().execute((trx) => actOnReport(trx, message, judgement, clock()));
  log.tell('report-read', { ...told, verdict, effect });
  if (effect === 'too-many') log.tell('reports-not-believed', { message: message.id });
  if (verdict === 'policy' && effect === 'bounced') log.tell('mail-refused-by-policy', { ...told, reply });
  return { kind: 'read', message: message.id, verdict, effect, reply };
}
