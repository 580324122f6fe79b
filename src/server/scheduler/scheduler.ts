import { schedule } from 'node-cron';
import { clockStepMs } from '#core/planning/calendar/clock.ts';
import type { AppContext } from '#server/app-context.ts';
import { planDueInTurn } from '#server/nudges/plan-nudges.ts';
import { takeBackPlansAhead } from '#server/nudges/plans-ahead.ts';

/** What a minute's work needs of the app. */
type Worked = Pick<AppContext, 'planner' | 'clock' | 'sendDue' | 'tellOperator' | 'stopping' | 'log'>;

export type Scheduler = {
  /** Does a minute's work now. */
  tick: () => void;
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
  let sending: Promise<void> | null = null;
  const readClock = () => ({ clock: app.clock(), passed: passed() });
  let last = readClock();
  const stepSinceLast = () => {
    const before = last;
    last = readClock();
    return clockStepMs(before, last);
  };
  const minute = () => {
    // Paced mail, or a silent server, may keep a round busy for hours: mornings are planned meanwhile.
    running = plan(app, stepSinceLast()).then(() => {
      void tellOperator(app);
      sending ??= sendRound(app).finally(() => {
        sending = null;
      });
    });
    return running;
  };
  const task = schedule('* * * * *', minute, { timezone: 'UTC', noOverlap: true });
  const settled = async () => {
    await running;
    await sending;
  };
  return {
    tick: () => void minute(),
    settled,
    stop: async () => {
      await task.destroy();
      await settled();
    },
  };
}

/** One minute's work. A plan that fails does not keep planned mail from going out, nor the other way round. */
export async function tick(app: Worked): Promise<void> {
  await plan(app, 0);
  await sendRound(app);
  await tellOperator(app);
}

async function plan(app: Worked, stepMs: number): Promise<void> {
  await telling(app, 'planning-failed', async () => {
    await mindClock(app, app.clock(), stepMs);
    for await (const { team, on, choices } of planDueInTurn(app.planner, app.clock())) {
      app.log.tell('team-planned', { team: team.id, on, nudges: choices.length });
      // A morning of many teams takes minutes; the rest is planned by the next start.
      if (app.stopping.aborted) break;
    }
  });
}

/** Apart from the rounds, so that a silent relay holds up neither. */
function tellOperator(app: Worked): Promise<void> {
  return telling(app, 'operator-notices-failed', app.tellOperator);
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
  failure: 'planning-failed' | 'sending-failed' | 'operator-notices-failed',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.tell(failure, { err });
  }
}
