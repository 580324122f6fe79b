import { parentPort, workerData } from 'node:worker_threads';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import type { Log } from '#server/log/log.ts';
import { planEveryTeamNow, preparePlanning } from '#server/nudges/plan-nudges.ts';
import { keepHeatFresh } from './keep-heat.ts';
import { mindClock, type Scheduler, startScheduler } from './scheduler.ts';
import { type FromThread, logThrough, type ThreadData, type ToThread } from './thread-messages.ts';

/** The thread of scheduler-thread.ts. */
const port = parentPort;
if (!port) throw new Error('This is a thread of the product, and no program of its own.');
const { settings, smtpUrl }: ThreadData = workerData;

const post = (message: FromThread) => port.postMessage(message);
const log: Log = logThrough(port);
const stopping = new AbortController();
process.on('unhandledRejection', (err) => log.tell('scheduler-troubled', { err }));

const app = await openApp(settings, {
  ...usualParts,
  log,
  stopping: stopping.signal,
  mail: smtpUrl === null ? 'as-set' : { smtpUrl },
});
const begun = begin(app);
const figuresKept = begun.then(() => keepHeatFresh(app));
port.on('message', (message: ToThread) => void (message.kind === 'send' ? send(message.id) : stop()));

/** What a start does at once, and then minute by minute. */
async function begin(app: AppContext): Promise<Scheduler> {
  await preparePlanning(app.planner);
  post({ kind: 'began', accepted: await firstRound(app) });
  return startScheduler(app);
}

/** How many mails went at once. A store that is locked just now must not end the thread: the next minute tries again. */
async function firstRound(app: AppContext): Promise<number> {
  try {
    if (!(await app.mailPause())) {
      if (settings.demo) await planEveryTeamNow(app.planner, app.clock());
      await mindClock(app, app.clock(), 0);
    }
    return (await app.sendDue()).accepted;
  } catch (err) {
    log.tell('sending-failed', { err });
    return 0;
  }
}

async function send(id: number): Promise<void> {
  try {
    post({ kind: 'sent', id, counts: await app.sendDue() });
  } catch (err) {
    post({ kind: 'not-sent', id, err });
  }
}

async function stop(): Promise<void> {
  stopping.abort();
  const scheduler = await begun;
  await scheduler.stop();
  await figuresKept;
  await app.close();
  port?.close();
}
