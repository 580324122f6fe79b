import type { AppContext } from '#server/app-context.ts';
import { startReports } from '#server/bounces/start-reports.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { mailPausedError } from '#server/outbox/mail-held-error.ts';
import { startScheduler } from '#server/scheduler/scheduler.ts';
import { mindWhatNobodyCaught } from '../last-resort.ts';
import { tellError } from '../run-command.ts';
import { untilStopped } from '../until-stopped.ts';
import { withSendingApp } from './with-app.ts';

/** `run`: the scheduler alone, for a machine that sends while another serves the site. */
export async function run(): Promise<void> {
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
