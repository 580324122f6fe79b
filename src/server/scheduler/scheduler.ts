import { schedule } from 'node-cron';
import type { AppContext } from '#server/app-context.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';

export type Scheduler = {
  /** Ends the ticking and waits for the run that is under way. */
  stop: () => Promise<void>;
};

type Report = (line: string) => void;

/**
 * Plans and sends, minute by minute. node-cron only ticks, in UTC: with a time zone of its own it skips or drops runs at
 * clock changes. What is due follows from stored local times, so a missed tick is made good by the next one.
 */
export function startScheduler(app: AppContext, report: Report): Scheduler {
  let running: Promise<void> = Promise.resolve();
  const task = schedule(
    '* * * * *',
    () => {
      running = tick(app, report);
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
export async function tick(app: AppContext, report: Report): Promise<void> {
  await reporting('Planning', report, async () => {
    const plans = await planDueTeams(app.planner, app.clock());
    for (const plan of plans) report(`Planned ${plan.choices.length} nudges for ${plan.team.name} on ${plan.on}.`);
  });
  await reporting('Sending', report, async () => {
    const counts = await app.sendDue();
    const told = Object.entries(counts).filter(([, count]) => count > 0);
    if (told.length > 0) report(`Mail: ${told.map(([kind, count]) => `${count} ${kind}`).join(', ')}.`);
  });
}

async function reporting(what: string, report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(
      `${what} failed this minute: ${error instanceof Error ? error.message : String(error)} The next minute tries again.`,
    );
  }
}
