import { forecastDays } from '#core/planning/forecast.ts';
import type { TeamDay } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice } from '#core/planning/planner-types.ts';
import { turnWhenDue } from '#server/next-turn.ts';

/** What a team would be sent up to `until` (`forecastDays`), with a turn for others after each day: months of a large team are seconds of work. */
export async function forecastInPieces(day: TeamDay, until: string): Promise<NudgeChoice[]> {
  const giveTurn = turnWhenDue(() => performance.now());
  const choices: NudgeChoice[] = [];
  for (const today of forecastDays(day, until)) {
    choices.push(...today);
    await giveTurn();
  }
  return choices;
}
