import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import { serveSite } from '#server/http/serve.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { preparePlanning } from '#server/nudges/plan-nudges.ts';
import { startSchedulerThread } from '#server/scheduler/scheduler-thread.ts';
import { readSettings } from '#server/settings.ts';

/** What `npm start` does, over the pages that are built already: they would be built anew for the address of the bench. */
const settings = readSettings(process.env);
const log = openStreamLog(settings.logLevel, process.stdout, Date.now);
const app: AppContext = await openApp(settings, { ...usualParts, log });
await preparePlanning(app.planner);
await app.mailPause();
const { began, sendDue, isRunning: isScheduling, stop } = startSchedulerThread({ settings, smtpUrl: null }, app.log);
const site = await serveSite({ ...app, sendDue, isScheduling }, 'dist');
await began;
console.log('Serving.');
process.once('SIGTERM', async () => {
  await stop();
  await site.close();
  await app.close();
});
