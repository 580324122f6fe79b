import { readFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import type { ReportEffect } from '#server/bounces/act-on-report.ts';
import { keepReport } from '#server/bounces/kept-reports.ts';
import { type ReportOutcome, receiveReport } from '#server/bounces/receive-report.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { settingsOfRun } from '../read-environment.ts';
import { wrongUsage } from './options.ts';

/** EX_TEMPFAIL of sysexits.h: a mail server that piped it in brings it again. */
const tryAgain = 75;

/** `read-bounces [FILE.eml|-]`: one report, and what came of it. A mail server that pipes it in says in RECIPIENT where it came to. */
export async function readBounces([file = '-', stray]: string[]): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  const settings = settingsOfRun();
  const raw = readReport(file);
  const store = await openDatabase(settings);
  try {
    const log = openStreamLog(settings.logLevel, process.stderr, Date.now);
    const context = { db: store.db, log, clock: Date.now, bounceAddress: settings.bounceAddress };
    const to = file === '-' ? (process.env['RECIPIENT'] ?? null) : null;
    const outcome = await receiveReport(context, raw, { from: null, to });
    // What is piped in exists nowhere else.
    if (outcome.kind === 'unreadable' && file === '-' && keepReport(settings.dataDir, raw))
      return console.log('Nothing could be read out of it, so it was kept in unread-reports.');
    console.log(asText(outcome, file));
  } finally {
    await store.close();
  }
}

function readReport(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file }, { cause: error });
  }
}

const told: Record<ReportEffect, string> = {
  none: 'Nothing is changed.',
  again: 'It was reported before; nothing is changed.',
  answered: 'Its reader answered it, so it arrived; nothing is changed.',
  bounced: 'The mail is marked as bounced.',
  suppressed: 'The address it went to gets no mail; npm run nudge -- refused says until when.',
  'too-many': 'So many are reported gone just now that the address is not believed to be.',
  unsubscribed: 'Its reader gets no more mail.',
  noted: 'If nothing more is heard for five days, it counts as a failure.',
};

/** @throws AppError when nothing could be done with it. */
function asText(outcome: ReportOutcome, file: string): string {
  switch (outcome.kind) {
    case 'read': {
      const { message, verdict, effect, reply } = outcome;
      return `Message ${message}, ${verdict}: ${reply || 'no reason given'}\n${told[effect]}`;
    }
    case 'auto-reply':
      return 'Somebody’s answer to a mail, and no report; nothing is changed.';
    case 'letter':
      return 'It is no report, and about no mail that was sent from here; nothing is changed.';
    case 'foreign':
      return 'It is about no mail that was sent from here; nothing is changed.';
    case 'under-way':
      process.exitCode = tryAgain;
      return 'The mail it is about is being sent this moment; read it again in a minute.';
    case 'unreadable':
      throw new AppError('REPORT_UNREADABLE', { file });
  }
}
