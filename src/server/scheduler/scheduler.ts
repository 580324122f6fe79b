import { schedule } from 'node-cron';
import { clockStepMs } from '#core/planning/calendar/clock.ts';
import type { AppContext } from '#server/app-context.ts';
import { planDueInTurn } from '#server/nudges/plan-nudges.ts';
import { takeBackPlansAhead } from '#server/nudges/plans-ahead.ts';

/** What a minute's work needs of the app. */
type Worked = Pick<AppContext, 'planner' | 'clock' | 'sendDue' | 'stopping' | 'log'>;

export type Scheduler = {
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
  const tasks = [
    ticking(eachMinute, () => planTick(app, stepSinceLast())),
    ticking(threeTimesAMinute, () => sendTick(app)),
  ];
  const settled = async () => {
    await Promise.all(tasks.map((task) => task.settled()));
  };
  return {
    settled,
    stop: async () => {
      for (const task of tasks) await task.end();
      await settled();
    },
  };
}

function ticking(pattern: string, work: () => Promise<void>) {
  let running: Promise<void> = Promise.resolve();
  const begin = () => {
    running = work();
    return running;
  };
  const task = schedule(pattern, begin, { timezone: 'UTC', noOverlap: true });
  return { settled: () => running, end: () => task.destroy() };
}

/** One minute's planning and sending. A plan that fails does not keep planned mail from going out. */
export async function tick(app: Worked): Promise<void> {
  await planTick(app, 0);
  await sendTick(app);
}

/** `stepMs` is how far the clock was set since the last. */
async function planTick(app: Worked, stepMs: number): Promise<void> {
  await telling(app, 'planning-failed', async () => {
    await mindClock(app, app.clock(), stepMs);
    for await (const { team, on, choices } of planDueInTurn(app.planner, app.clock())) {
      app.log.tell('team-planned', { team: team.id, on, nudges: choices.length });
      // A morning of many teams takes minutes; the rest is planned by the next start.
      if (app.stopping.aborted) break;
    }
  });
}

async function sendTick(app: Worked): Promise<void> {
  await telling(app, 'sending-failed', async () => {
    const counts = await app.sendDue();
    if (Object.values(counts).some((count) => count > 0)) app.log.tell('mail-round', counts);
  });
}

/** Takes back what was planned ahead of the clock, and tells of it, and of a clock that was set. */
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
  failure: 'planning-failed' | 'sending-failed',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.tell(failure, { err });
  }
}
