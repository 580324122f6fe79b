import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#core/errors/app-error.ts';
import { openApp, usualParts } from '#server/app-context.ts';
import { startReports } from '#server/bounces/start-reports.ts';
import { prepareDataFolder } from '#server/database/open-database.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { checkPort } from '#server/http/listen.ts';
import { serveSite } from '#server/http/serve.ts';
import type { Log } from '#server/log/log.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { preparePlanning } from '#server/nudges/plan-nudges.ts';
import { mailPausedError } from '#server/outbox/mail-held-error.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { startSchedulerThread } from '#server/scheduler/scheduler-thread.ts';
import type { Settings } from '#server/settings.ts';
import { isBuilt } from './build/is-built.ts';
import { setUpDemo } from './demo.ts';
import { mindWhatNobodyCaught } from './last-resort.ts';
import { ownerOnly, settingsOfRun } from './read-environment.ts';
import { runCommand, tellError } from './run-command.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start`: builds if the sources changed, sets up the demo if it is one, serves, plans and sends. */
async function start(): Promise<void> {
  const settings = settingsOfRun();
  prepareDataFolder(settings.dataDir);
  await checkPort(settings.port, settings.host);
  const mark = markAsRunning(settings.dataDir);
  if (!isBuilt(settings.canonicalUrl)) build();
  process.umask(ownerOnly);
  const log = openStreamLog(settings.logLevel, process.stdout, Date.now);
  if (settings.demo) await tellDemo(settings, log);
  // From here on mail may be under way: a signal ends the run after it, not in the middle.
  const stopping = untilStopped();
  mindWhatNobodyCaught(log, stopping.fail);
  const app = await openApp(settings, { ...usualParts, log, stopping: stopping.signal });
  await preparePlanning(app.planner);
  // A new store begins its life here, before anybody else looks whether it is a copy.
  await app.mailPause();
  // A server on the same machine may report a mail before the next is sent.
  const reports = await startReports({ ...app.reports, settings, stopping: stopping.signal });
  const scheduler = startSchedulerThread({ settings, smtpUrl: app.inbox?.smtpUrl ?? null }, app.log);
  const { sendDue, isRunning: isScheduling } = scheduler;
  const site = await serveSite({ ...app, sendDue, isScheduling }, 'dist');
  const sent = await Promise.race([scheduler.began, sleep(firstRoundMs, null, { ref: false })]);
  const pause = await readPause(app.store.db);
  if (pause) console.error(tellError(mailPausedError(pause)));
  console.log(welcome(settings, app.inbox !== null, sent));
  await stopping.asked;
  console.log('Stopping.');
  // At once: no further request is taken and no further mail begun.
  await Promise.all([site.close(), scheduler.stop(), reports.stop()]);
  await app.close();
  mark.release();
}

/**
 * In a process of its own, which takes with it the hundreds of megabytes that a build needs and a server does not.
 * @throws AppError when it fails; what is wrong it has said itself.
 */
function build(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
  if (status !== 0) throw new AppError('BUILD_FAILED');
}

/** Whoever starts a product wants to see that it stands, even if what is due takes hours. */
const firstRoundMs = 15_000;

async function tellDemo(settings: Settings, log: Log): Promise<void> {
  const played = await setUpDemo(settings, log, Date.now());
  if (played)
    console.log(
      `Demo organisation: 26 weeks played, ${played.nudges} nudges, ${played.answers} answers; ${played.quiet} of ${played.personWeeks} person-weeks without mail.`,
    );
}

function welcome(settings: Settings, hasInbox: boolean, sent: number | null): string {
  const lines = [
    `Site   ${settings.siteUrl}`,
    hasInbox ? `Inbox  ${settings.siteUrl}/inbox` : `Mail   goes to ${new URL(settings.smtpUrl ?? '').host}`,
    `Desk   ${settings.siteUrl}/desk`,
    `Sent   ${sent === null ? 'what is due is going out' : `${sent === 1 ? '1 mail' : `${sent} mails`} just now`}; the next go out as mornings come. Ctrl-C stops.`,
  ];
  return `\n${lines.join('\n')}\n`;
}

await runCommand(start);
