import { AppError } from '#core/errors/app-error.ts';
import type { AppContext } from '#server/app-context.ts';
import { startReports } from '#server/bounces/start-reports.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { mailHeldError, mailPausedError } from '#server/outbox/mail-held-error.ts';
import type { SendCounts } from '#server/outbox/send-due.ts';
import { isFaultOfStore } from '#server/outbox/until-written.ts';
import { startScheduler } from '#server/scheduler/scheduler.ts';
import { mindWhatNobodyCaught } from '../last-resort.ts';
import { tellError } from '../run-command.ts';
import { untilStopped } from '../until-stopped.ts';
import { access } from './access.ts';
import { dkimRecords } from './dkim-record.ts';
import { doctor } from './doctor.ts';
import { erase } from './erase.ts';
import { exportFiles } from './export.ts';
import { exportPerson } from './export-person.ts';
import { exportPiece } from './export-piece.ts';
import { fileOptions } from './file-answers.ts';
import { held } from './held.ts';
import { importFile } from './import.ts';
import { peopleOptions } from './import-people.ts';
import { imports, undoImportOf } from './imports.ts';
import { backup, restore } from './keep-store.ts';
import { moveStore } from './move-store.ts';
import { newSecret } from './new-secret.ts';
import { type Command, withSendingApp } from './options.ts';
import { packageForPlatform } from './package.ts';
import { person } from './person.ts';
import { plan } from './plan.ts';
import { preview } from './preview.ts';
import { readBounces } from './read-bounces.ts';
import { refused } from './refused.ts';
import { resume } from './resume.ts';
import { retention } from './retention.ts';
import { role } from './role.ts';
import { signOut } from './sign-out.ts';
import { signal } from './signal.ts';
import { simulate } from './simulate.ts';
import { starter } from './starter.ts';
import { team } from './team.ts';
import { testMail } from './test-mail.ts';
import { who } from './who.ts';

/** `run`: the scheduler alone, for a machine that sends while another serves the site. */
async function run(): Promise<void> {
  const { signal, asked, fail } = untilStopped();
  const work = async (app: AppContext) => {
    mindWhatNobodyCaught(app.log, fail);
    const mark = markAsRunning(app.settings.dataDir);
    const reports = await startReports({ ...app.reports, settings: app.settings, stopping: signal });
    const scheduler = startScheduler(app);
    const pause = await app.mailPause();
    if (pause) console.error(tellError(mailPausedError(pause)));
    scheduler.tick();
    console.log('Planning and sending, minute by minute. Ctrl-C stops.');
    await asked;
    await reports.stop();
    await scheduler.stop();
    mark.release();
  };
  await withSendingApp(work, signal);
}

/** `send`: one round of what is due. */
async function send(): Promise<void> {
  const { signal } = untilStopped();
  await withSendingApp(sendOnce, signal);
}

async function sendOnce(app: AppContext): Promise<void> {
  const counts = await sendDueOnce(app);
  console.log(
    Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', '),
  );
  await app.tellOperator();
  const pause = await app.mailPause();
  if (pause) throw mailPausedError(pause);
  const breaker = await readBreaker(app.store.db);
  if (breaker) throw mailHeldError(breaker);
}

async function sendDueOnce(app: AppContext): Promise<SendCounts> {
  try {
    return await app.sendDue();
  } catch (error) {
    throw isFaultOfStore(error) ? new AppError('STORE_UNWRITABLE', { cause: error }) : error;
  }
}

/** Each command with the options it understands; any other is wrong usage, so that a misplaced --dry-run never does the thing. */
export const commands: readonly Command[] = [
  { name: 'run', options: [], run },
  { name: 'plan', options: ['now', 'dry-run', 'json'], run: plan },
  { name: 'send', options: [], run: send },
  { name: 'preview', options: ['to', 'kind', 'json'], run: preview },
  { name: 'import', options: ['dry-run', 'prune', ...fileOptions, ...peopleOptions], run: importFile },
  { name: 'imports', options: [], run: imports },
  { name: 'undo-import', options: [], run: undoImportOf },
  { name: 'person', options: ['address', 'team', 'leaves', 'back', 'dry-run'], run: person },
  { name: 'team', options: ['dry-run'], run: team },
  { name: 'export', options: ['xlsx'], run: exportFiles },
  { name: 'export-piece', options: [], run: exportPiece },
  { name: 'starter', options: [], run: starter },
  { name: 'package', options: ['as', 'pass', 'language'], run: packageForPlatform },
  { name: 'who', options: ['now', 'json'], run: who },
  { name: 'signal', options: ['by', 'team', 'link', 'line', 'until', 'dry-run'], run: signal },
  { name: 'simulate', options: ['quick', 'field', 'json', 'markdown', 'publish'], run: simulate },
  { name: 'dkim-record', options: [], run: dkimRecords },
  { name: 'test-mail', options: ['operator'], run: testMail },
  { name: 'held', options: ['settle'], run: held },
  { name: 'read-bounces', options: [], run: readBounces },
  { name: 'refused', options: ['lift'], run: refused },
  { name: 'access', options: ['days'], run: access },
  { name: 'doctor', options: [], run: doctor },
  { name: 'backup', options: [], run: backup },
  { name: 'restore', options: [], run: restore },
  { name: 'move-store', options: [], run: moveStore },
  { name: 'resume', options: ['dry-run'], run: resume },
  { name: 'role', options: ['give', 'take'], run: role },
  { name: 'sign-out', options: [], run: signOut },
  { name: 'new-secret', options: [], run: newSecret },
  { name: 'erase', options: [], run: erase },
  { name: 'export-person', options: [], run: exportPerson },
  { name: 'retention', options: ['dry-run'], run: retention },
];
