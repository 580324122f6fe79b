import type { Trace } from './trace.ts';

/**
 * Exponents of practice and of age, and the decay without spacing and what spacing takes away, as the predictive performance equation has
 * them; the four last are set so that one answer leaves 80 % after a week and 35 % after three months.
 */
const practiceExponent = 0.1;
const ageExponent = 0.6;
const decay = { least: 0.04, ofMassed: 0.26 } as const;
const threshold = 0.351;
const noise = 0.149;

type Practised = { day: number; share: number };

/**
 * The predictive performance equation (Walsh, Gluck et al. 2018): what is practised N times is held as N^0.1 · T^-d, where T is an average of
 * the ages of all meetings that favours the late ones, and d falls as the lags between meetings grow. Recall is logistic in it.
 */
export function performanceEquation(keeping: number): Trace {
  return practised(keeping, []);
}

function practised(keeping: number, met: readonly Practised[]): Trace {
  const forgets = decayOf(keeping, met);
  return {
    recallOn: (day) => {
      if (met.length === 0) return 0;
      let [practice, weights, ages] = [0, 0, 0];
      for (const meeting of met) {
        const age = Math.max(1, (day - meeting.day) / keeping);
        const weight = meeting.share * age ** -ageExponent;
        practice += meeting.share;
        weights += weight;
        ages += weight * age;
      }
      const held = practice ** practiceExponent * (ages / weights) ** -forgets;
      return 1 / (1 + Math.exp((threshold - held) / noise));
    },
    after: (day, { recalled, share }) =>
      practised(keeping, [...met, { day, share: recalled || met.length === 0 ? share : wrongShare * share }]),
  };
}

/** What a meeting counts for whose lesson was not recalled, beside one that was. */
const wrongShare = 0.7;

/** The first meeting has no lag, which counts as massed. */
function decayOf(keeping: number, met: readonly Practised[]): number {
  let [sum, count] = [0, 0];
  for (const [index, { day, share }] of met.entries()) {
    const lag = index === 0 ? 0 : (day - (met[index - 1]?.day ?? day)) / keeping;
    sum += share / Math.log(lag + Math.E);
    count += share;
  }
  return decay.least + decay.ofMassed * (count === 0 ? 1 : sum / count);
}
