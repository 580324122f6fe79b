import { schedule } from 'node-cron';
import type { AppContext } from '#server/app-context.ts';
import { planDueInTurn } from '#server/nudges/plan-nudges.ts';

/** What a minute's work needs of the app. */
type Worked = Pick<AppContext, 'planner' | 'clock' | 'sendDue' | 'stopping' | 'log'>;

export type Scheduler = {
  /** Ends the ticking and waits for the run that is under way. */
  stop: () => Promise<void>;
};

/**
 * Plans and sends, minute by minute. node-cron only ticks, in UTC: with a time zone of its own it skips or drops runs at
 * clock changes. What is due follows from stored local times, so a missed tick is made good by the next one.
 */
export function startScheduler(app: Worked): Scheduler {
  let running: Promise<void> = Promise.resolve();
  const task = schedule(
    '* * * * *',
    () => {
      running = tick(app);
      return running;
    },
    { timezone: 'UTC', noOverlap: true },
  );
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

/** One minute's work. A plan that fails does not keep planned mail from going out, nor the other way round. */
export async function tick(app: Worked): Promise<void> {
  await telling(app, 'planning-failed', async () => {
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
