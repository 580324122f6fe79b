import { type Logger, schedule } from 'node-cron';
import { clockStepMs } from '#core/planning/calendar/clock.ts';
import type { AppContext } from '#server/app-context.ts';
import { planDueInTurn } from '#server/nudges/plan-nudges.ts';
import { takeBackPlansAhead } from '#server/nudges/plans-ahead.ts';
import { keepLastTick } from '#server/outbox/last-tick.ts';

/** What a minute's work needs of the app. */
type Worked = Pick<AppContext, 'planner' | 'clock' | 'sendDue' | 'stopping' | 'log'>;

/** What it has to say comes as events too, and is told in the form of all other lines. */
const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

export type Scheduler = {
  /** Resolves when nothing runs. */
  settled: () => Promise<void>;
  /** Ends the ticking and waits for the run that is under way. */
  stop: () => Promise<void>;
};

/**
 * Plans and sends, minute by minute. node-cron only ticks, in UTC: with a time zone of its own it skips or drops runs at
 * clock changes. What is due follows from stored local times, so a missed tick is made good by the next one. `passed` counts milliseconds and
 * cannot be set.
 */
export function startScheduler(app: Worked, passed = () => performance.now()): Scheduler {
  let running: Promise<void> = Promise.resolve();
  const readClock = () => ({ clock: app.clock(), passed: passed() });
  let last = readClock();
  const stepSinceLast = () => {
    const before = last;
    last = readClock();
    return clockStepMs(before, last);
  };
  const task = schedule(
    '* * * * *',
    () => {
      running = tick(app, stepSinceLast());
      return running;
    },
    { timezone: 'UTC', noOverlap: true, logger: quiet },
  );
  task.on('execution:overlap', () => app.log.tell('tick-skipped', { because: 'busy' }));
  task.on('execution:missed', () => app.log.tell('tick-skipped', { because: 'late' }));
  return {
    settled: () => running,
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

/** One minute's work; `stepMs` is how far the clock was set since the last. A plan that fails does not keep planned mail from going out, nor the other way round. */
export async function tick(app: Worked, stepMs = 0): Promise<void> {
  await telling(app, 'tick-not-written', () => keepLastTick(app.planner.db, app.clock()));
  await telling(app, 'planning-failed', async () => {
    await mindClock(app, app.clock(), stepMs);
    for await (const { team, on, choices } of planDueInTurn(app.planner, app.clock())) {
      app.log.tell('team-planned', { team: team.id, on, nudges: choices.length });
      // A morning of many teams takes minutes; the rest is planned by the next start.
      if (app.stopping.aborted) break;
    }
  });
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
  failure: 'tick-not-written' | 'planning-failed' | 'sending-failed',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.tell(failure, { err });
  }
}
