import { type Logger, schedule } from 'node-cron';
import { clockStepMs } from '#core/planning/calendar/clock.ts';
import type { AppContext } from '#server/app-context.ts';
import { addToToday } from '#server/nudges/add-to-today.ts';
import { planDueInTurn } from '#server/nudges/plan-nudges.ts';
import { takeBackPlansAhead } from '#server/nudges/plans-ahead.ts';
import { keepLastTick } from '#server/outbox/last-tick.ts';

/** What a minute's work needs of the app. */
type Worked = Pick<
  AppContext,
  | 'planner'
  | 'clock'
  | 'mailPause'
  | 'sendDigests'
  | 'keepBrief'
  | 'remindOwners'
  | 'sendDue'
  | 'tellOperator'
  | 'tellResults'
  | 'keepTidy'
  | 'stopping'
  | 'log'
>;

/** What it has to say comes as events too, and is told in the form of all other lines. */
const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

export type Scheduler = {
  /** Does a minute's work now. */
  tick: () => void;
  /** Resolves when nothing runs. */
  settled: () => Promise<void>;
  /** Ends the ticking and waits for what is under way. */
  stop: () => Promise<void>;
};

/** Planning need be no quicker than the minutes that mail times are given in. */
const eachMinute = '* * * * *';

/** What another sender held when it died is free after 40 seconds, and then waits for this. */
const threeTimesAMinute = '*/20 * * * * *';

/**
 * Plans and sends, each at its own pace: a server that takes ten minutes over a mail holds up no plan. node-cron only ticks, in UTC: with a time zone
 * of its own it skips or drops runs at clock changes. What is due follows from stored local times, so a missed tick is made good by the next one.
 * `passed` counts milliseconds and cannot be set.
 */
export function startScheduler(app: Worked, passed = () => performance.now()): Scheduler {
  const readClock = () => ({ clock: app.clock(), passed: passed() });
  let last = readClock();
  const stepSinceLast = () => {
    const before = last;
    last = readClock();
    return clockStepMs(before, last);
  };
  const tellSkipped = (because: 'busy' | 'late') => app.log.tell('tick-skipped', { because });
  const planning = ticking(eachMinute, () => plan(app, stepSinceLast()), tellSkipped);
  // A round may take hours, and the others are not waited for.
  const tellLate = (because: 'busy' | 'late') => because === 'late' && tellSkipped(because);
  const sending = ticking(threeTimesAMinute, () => sendRound(app), tellLate);
  // Apart from the rounds, so that a silent relay holds up neither.
  const telling = ticking(eachMinute, () => tellOperator(app), tellLate);
  const tidying = ticking(eachMinute, app.keepTidy, tellLate);
  // A store of theirs that is slow holds up nobody else.
  const results = ticking(eachMinute, () => tellResults(app), tellLate);
  const tasks = [planning, sending, telling, tidying, results];
  const settled = async () => {
    await Promise.all(tasks.map((task) => task.settled()));
  };
  return {
    tick: () => void planning.begin().then(sending.begin),
    settled,
    stop: async () => {
      for (const task of tasks) await task.end();
      await settled();
    },
  };
}

/** Work that begins with each tick, or when it is told to, unless it is still under way; what is left out is told. */
function ticking(pattern: string, work: () => Promise<void>, onSkipped: (because: 'busy' | 'late') => void) {
  let running: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
  const task = schedule(pattern, begin, { timezone: 'UTC', noOverlap: true, logger: quiet });
  task.on('execution:overlap', () => onSkipped('busy'));
  task.on('execution:missed', () => onSkipped('late'));
  return { begin, settled: async () => running ?? undefined, end: () => task.destroy() };
}

/** One minute's work. A plan that fails does not keep planned mail from going out, nor the other way round. */
export async function tick(app: Worked): Promise<void> {
  await plan(app, 0);
  await sendRound(app);
  await tellOperator(app);
}

/** `stepMs` is how far the clock was set since the last. */
async function plan(app: Worked, stepMs: number): Promise<void> {
  await telling(app, 'tick-not-written', () => keepLastTick(app.planner.db, app.clock()));
  await telling(app, 'planning-failed', async () => {
    if (await app.mailPause()) return;
    await writeDigests(app);
    await keepBrief(app);
    await writeReminders(app);
    await mindClock(app, app.clock(), stepMs);
    for await (const { team, on, choices } of planDueInTurn(app.planner, app.clock())) {
      app.log.tell('team-planned', { team: team.id, on, nudges: choices.length });
      // A morning of many teams takes minutes; the rest is planned by the next start.
      if (app.stopping.aborted) return;
    }
    for await (const { team, on, choices } of addToToday(app.planner, app.clock()))
      app.log.tell('team-planned', { team: team.id, on, nudges: choices.length });
  });
}

function writeReminders(app: Worked): Promise<void> {
  return telling(app, 'reminders-failed', async () => {
    const letters = await app.remindOwners();
    if (letters > 0) app.log.tell('reminders-written', { letters });
  });
}

function writeDigests(app: Worked): Promise<void> {
  return telling(app, 'digests-failed', async () => {
    const letters = await app.sendDigests();
    if (letters > 0) app.log.tell('digests-written', { letters });
  });
}

/** At the end of a quarter; otherwise it looks, and finds nothing due. */
function keepBrief(app: Worked): Promise<void> {
  return telling(app, 'brief-failed', async () => {
    const kept = await app.keepBrief();
    if (kept) app.log.tell('brief-kept', kept);
  });
}

function tellOperator(app: Worked): Promise<void> {
  return telling(app, 'operator-notices-failed', app.tellOperator);
}

function tellResults(app: Worked): Promise<void> {
  return telling(app, 'xapi-failed', app.tellResults);
}

async function sendRound(app: Worked): Promise<void> {
  await telling(app, 'sending-failed', async () => {
    const counts = await app.sendDue();
    if (Object.values(counts).some((count) => count > 0)) app.log.tell('mail-round', counts);
  });
}

/** Takes back what was planned ahead of the clock, and tells of it, and of a clock that was set; `stepMs` is how far. */
export async function mindClock(
  { planner, log }: Pick<Worked, 'planner' | 'log'>,
  now: number,
  stepMs: number,
): Promise<void> {
  const { mails, mornings } = await takeBackPlansAhead(planner.db, now);
  if (stepMs === 0 && mails === 0 && mornings === 0) return;
  log.tell('clock-stepped', { minutes: Math.round(stepMs / 60_000), mails, mornings });
}

async function telling(
  { log }: Worked,
  failure:
    | 'tick-not-written'
    | 'digests-failed'
    | 'brief-failed'
    | 'reminders-failed'
    | 'planning-failed'
    | 'sending-failed'
    | 'operator-notices-failed'
    | 'xapi-failed',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.tell(failure, { err });
  }
}
