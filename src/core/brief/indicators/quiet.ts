import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading } from '../reading.ts';

/** Lines that a reader can take in. */
const mostInputs = 8;

/**
 * 12. The most days since a team last answered or read on a risk that concerns it. One that it never met counts from the day the team came here: before
 * that nobody could know.
 */
export function quiet({ rehearsals, asOf }: BriefFacts): Reading {
  if (rehearsals.length === 0) return missing({ what: 'rehearsals', names: [] });
  const days = (from: string) => Math.max(0, Temporal.PlainDate.from(from).until(asOf).days);
  const inOrder = rehearsals
    .map(({ lessonId, team, lastOn, sinceOn }) => ({ lessonId, team, lastOn, days: days(lastOn ?? sinceOn) }))
    .toSorted((a, b) => b.days - a.days || a.lessonId.localeCompare(b.lessonId));
  return {
    value: inOrder[0]?.days ?? null,
    beside: null,
    inputs: inOrder
      .slice(0, mostInputs)
      .map(({ lessonId, team, lastOn, days: value }) =>
        anInput('lesson', lessonId, { ref: team, value, holds: lastOn !== null }),
      ),
    lacking: [],
  };
}
