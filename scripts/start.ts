import { openApp } from '#server/app-context.ts';
import { prepareDataFolder } from '#server/database/open-database.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { checkPort, serveSite } from '#server/http/serve.ts';
import { planEveryTeamNow, preparePlanning } from '#server/nudges/plan-nudges.ts';
import { startScheduler } from '#server/scheduler/scheduler.ts';
import type { Settings } from '#server/settings.ts';
import { buildSite, isBuilt } from './build.ts';
import { setUpDemo } from './demo.ts';
import { settingsOfRun } from './read-environment.ts';
import { runCommand } from './run-command.ts';

/** `npm start`: builds if the sources changed, sets up the demo if it is one, serves, plans and sends. */
async function start(): Promise<void> {
  const settings = settingsOfRun();
  prepareDataFolder(settings.dataDir);
  await checkPort(settings.port, settings.host);
  const mark = markAsRunning(settings.dataDir);
  if (!isBuilt(settings.canonicalUrl)) await buildSite(settings.canonicalUrl, console.log);
  if (settings.demo) await tellDemo(settings);
  const app = await openApp(settings);
  // From here on mail may be under way: a signal ends the run after it, not in the middle.
  const stopped = untilStopped();
  const site = await serveSite(app, 'dist');
  await preparePlanning(app.planner);
  if (settings.demo) await planEveryTeamNow(app.planner, app.clock());
  const counts = await app.sendDue();
  const scheduler = startScheduler(app, console.log);
  console.log(welcome(settings, app.inbox !== null, counts.accepted));
  await stopped;
  console.log('Stopping.');
  await scheduler.stop();
  await site.close();
  await app.close();
  mark.release();
}

async function tellDemo(settings: Settings): Promise<void> {
  const played = await setUpDemo(settings, Date.now());
  if (played) console.log(`Demo organisation: 26 weeks played, ${played.nudges} nudges, ${played.answers} answers.`);
}

function welcome(settings: Settings, hasInbox: boolean, sent: number): string {
  const lines = [
    `Site   ${settings.siteUrl}`,
    hasInbox ? `Inbox  ${settings.siteUrl}/inbox` : `Mail   goes to ${new URL(settings.smtpUrl ?? '').host}`,
    `Desk   ${settings.siteUrl}/desk`,
    `Sent   ${sent === 1 ? '1 mail' : `${sent} mails`} just now; the next go out as mornings come. Ctrl-C stops.`,
  ];
  return `\n${lines.join('\n')}\n`;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

await runCommand(start);
