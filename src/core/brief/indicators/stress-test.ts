import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading } from '../reading.ts';

/** 7. Whole months from the day the newest stress test was finished to the day of the brief. */
export function stressTest({ stressTest: newest, asOf }: BriefFacts): Reading {
  if (!newest) return missing({ what: 'stress-test', names: [] });
  const { months } = Temporal.PlainDate.from(newest.finishedOn).until(asOf, { largestUnit: 'months' });
  return {
    value: Math.max(0, months),
    beside: null,
    inputs: [anInput('count', newest.finishedOn, { ref: newest.dueOn })],
    lacking: [],
  };
}
