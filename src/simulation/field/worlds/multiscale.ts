import type { Trace } from './trace.ts';

/** Days after which each pool has faded to 37 %: from four days to six years. */
const lasting = Array.from({ length: 10 }, (_, pool) => 4 * 2 ** pool);

/** What each pool counts for; the slow ones a little less. */
const weights = lasting.map((_, pool) => 0.93 ** pool);

/** How far a meeting goes towards filling what is missing. */
const filling = { first: 1, recalled: 1.3, forgotten: 0.7 } as const;

/**
 * The multiscale context model (Mozer, Pashler et al. 2009): pools that fade at many rates. A meeting fills each pool by what it and all quicker
 * ones together lack, so soon after another it adds little to the slow ones. With the values here one answer leaves 74 % after a week and
 * 37 % after three months.
 */
export function multiscale(keeping: number): Trace {
  return pooled(keeping, null, 0);
}

function pooled(keeping: number, filled: readonly number[] | null, since: number): Trace {
  const levelsOn = (day: number) =>
    lasting.map((days, pool) => (filled?.[pool] ?? 0) * Math.exp((since - day) / (keeping * days)));
  return {
    recallOn: (day) => (filled ? Math.min(mostRecall, strengthsOf(levelsOn(day)).at(-1) ?? 0) : 0),
    after: (day, { recalled, share }) => {
      const levels = levelsOn(day);
      const strengths = strengthsOf(levels);
      const step = share * (filled ? filling[recalled ? 'recalled' : 'forgotten'] : filling.first);
      const next = levels.map((level, pool) => level + step * Math.max(0, 1 - (strengths[pool] ?? 0)));
      return pooled(keeping, next, day);
    },
  };
}

const mostRecall = 0.98;

/** What each pool holds together with the quicker ones, as a weighted mean. */
function strengthsOf(levels: readonly number[]): number[] {
  let [held, weight] = [0, 0];
  return levels.map((level, pool) => {
    held += level * (weights[pool] ?? 0);
    weight += weights[pool] ?? 0;
    return held / weight;
  });
}
