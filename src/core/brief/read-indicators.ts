import type { BriefFacts } from './facts.ts';
import { type IndicatorId, indicatorOf, indicators } from './indicator-list.ts';
import { alternative } from './indicators/alternative.ts';
import { cover } from './indicators/cover.ts';
import { leakControls } from './indicators/leak-controls.ts';
import { quiet } from './indicators/quiet.ts';
import { recall } from './indicators/recall.ts';
import { redRevenue } from './indicators/red-revenue.ts';
import { safeguards } from './indicators/safeguards.ts';
import { scenarios } from './indicators/scenarios.ts';
import { singleSource } from './indicators/single-source.ts';
import { stressTest } from './indicators/stress-test.ts';
import { support } from './indicators/support.ts';
import { tiers } from './indicators/tiers.ts';
import { topCountry } from './indicators/top-country.ts';
import { witnesses } from './indicators/witnesses.ts';
import type { Reading } from './reading.ts';
import { type Status, statusOf, type Thresholds, worstOf } from './status.ts';

/** The thresholds in force of each indicator. */
export type ThresholdsOf = (id: IndicatorId) => Thresholds;

/** An indicator with the thresholds that it was judged by. */
export type JudgedReading = Reading & Thresholds & { id: IndicatorId; status: Status };

/** All 14, in the order of their numbers. Pure. */
export function readIndicators(facts: BriefFacts, thresholds: ThresholdsOf): JudgedReading[] {
  const red = { topCountry: thresholds('top-country').red, cover: thresholds('cover').red };
  const readings: Record<IndicatorId, Reading> = {
    'single-source': singleSource(facts),
    'top-country': topCountry(facts),
    'red-revenue': redRevenue(facts, red),
    cover: cover(facts),
    tiers: tiers(facts),
    alternative: alternative(facts),
    'stress-test': stressTest(facts),
    scenarios: scenarios(facts),
    'leak-controls': leakControls(facts),
    support: support(facts),
    witnesses: witnesses(facts),
    quiet: quiet(facts),
    recall: recall(facts),
    safeguards: safeguards(facts),
  };
  return indicators.map(({ id, worse }) => {
    const { amber, red: redAt } = thresholds(id);
    const reading = readings[id];
    const own = statusOf(reading.value, worse, { amber, red: redAt });
    // Mails left unanswered are as bad a sign as lessons forgotten.
    const status =
      id === 'recall' && reading.value !== null
        ? worstOf(own, statusOf(reading.beside, worse, { amber, red: redAt }))
        : own;
    return { id, status, amber, red: redAt, ...reading };
  });
}

/** Those that hold until somebody sets others. */
export const usualThresholds: ThresholdsOf = (id) => {
  const { amber, red } = indicatorOf(id);
  return { amber, red };
};
