import { setTimeout as sleep } from 'node:timers/promises';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import { startReports } from '#server/bounces/start-reports.ts';
import { prepareDataFolder } from '#server/database/open-database.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { checkPort } from '#server/http/listen.ts';
import { serveSite } from '#server/http/serve.ts';
import type { Log } from '#server/log/log.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { planEveryTeamNow, preparePlanning } from '#server/nudges/plan-nudges.ts';
import { mailPausedError } from '#server/outbox/mail-held-error.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { keepHeatFresh } from '#server/scheduler/keep-heat.ts';
import { mindClock, startScheduler } from '#server/scheduler/scheduler.ts';
import type { Settings } from '#server/settings.ts';
import { buildSite, isBuilt } from './build.ts';
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
  if (!isBuilt(settings.canonicalUrl)) await buildSite(settings.canonicalUrl, console.log);
  process.umask(ownerOnly);
  const log = openStreamLog(settings.logLevel, process.stdout, Date.now);
  if (settings.demo) await tellDemo(settings, log);
  // From here on mail may be under way: a signal ends the run after it, not in the middle.
  const stopping = untilStopped();
  mindWhatNobodyCaught(log, stopping.fail);
  const app = await openApp(settings, { ...usualParts, log, stopping: stopping.signal });
  // Before anybody asks: they would all wait for it.
  await preparePlanning(app.planner);
  const site = await serveSite(app, 'dist');
  if (settings.demo && !(await app.mailPause())) await planEveryTeamNow(app.planner, app.clock());
  // A server on the same machine may report a mail before the next is sent.
  const reports = await startReports({ ...app.reports, settings, stopping: stopping.signal });
  const sent = await Promise.race([sendFirst(app), sleep(firstRoundMs, null, { ref: false })]);
  const scheduler = startScheduler(app);
  const figuresKept = keepHeatFresh(app);
  const pause = await readPause(app.store.db);
  if (pause) console.error(tellError(mailPausedError(pause)));
  console.log(welcome(settings, app.inbox !== null, sent));
  await stopping.asked;
  console.log('Stopping.');
  await site.close();
  await reports.stop();
  await scheduler.stop();
  await figuresKept;
  await app.close();
  mark.release();
}

/** Whoever starts a product wants to see that it stands, even if what is due takes hours. */
const firstRoundMs = 15_000;

/** How many mails went at once. A store that is locked just now must not keep the site from its readers: the next minute tries again. */
async function sendFirst(app: AppContext): Promise<number> {
  try {
    if (!(await app.mailPause())) await mindClock(app, app.clock(), 0);
    return (await app.sendDue()).accepted;
  } catch (err) {
    app.log.tell('sending-failed', { err });
    return 0;
  }
}

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
