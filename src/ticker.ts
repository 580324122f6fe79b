import { schedule } from 'node-cron';
import type { House } from './compose.ts';
import { planDueTeams } from './nudges/plan-nudges.ts';

export type Ticker = { stop: () => Promise<void> };

/**
 * Plans and sends, minute by minute. node-cron only ticks, in UTC: with a time zone of its own it skips or drops runs at
 * clock changes. What is due follows from stored local times, so a missed tick is made good by the next one.
 */
export function startTicker(house: House, report: (line: string) => void): Ticker {
  const task = schedule('* * * * *', () => tick(house, report), { timezone: 'UTC', noOverlap: true });
  return { stop: async () => void (await task.destroy()) };
}

export async function tick(house: House, report: (line: string) => void): Promise<void> {
  try {
    const plans = await planDueTeams(house.planner, house.clock());
    for (const plan of plans) report(`Planned ${plan.choices.length} nudges for ${plan.team.name} on ${plan.on}.`);
    const counts = await house.sendDue();
    const told = Object.entries(counts).filter(([, count]) => count > 0);
    if (told.length > 0) report(`Mail: ${told.map(([kind, count]) => `${count} ${kind}`).join(', ')}.`);
  } catch (error) {
    report(
      `This minute's run failed: ${error instanceof Error ? error.message : String(error)} The next will try again.`,
    );
  }
}
