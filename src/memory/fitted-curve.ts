/** How steeply an organisation’s memories fall, beside what FSRS-6 makes of each answer. */
export type Curve = {
  /** w20 of FSRS-6. */
  decay: number;
  /** Days a memory of ten days' stability lasts, for each of the ten. */
  scale: number;
  /** How much of what FSRS-6 believes answers to have added is so: a memory lasts as its stability to this power. */
  growth: number;
};

/** What is believed before there are answers (docs/decisions/0003). */
export const usualCurve: Curve = { decay: 0.5, scale: 1, growth: 1 };

/** An answer to a lesson met before: its stability and the days since, as they stood when it was asked. */
export type ObservedAnswer = { stability: number; days: number; right: boolean };

const decays = [0.08, 0.11, 0.1542, 0.22, 0.32, 0.5, 0.7, 1, 1.5] as const;

/** A quarter to four times, by steps of a quarter. */
const scales = Array.from({ length: 13 }, (_, step) => 2 ** ((step - 6) / 3));

const growths = [0.4, 0.55, 0.7, 0.85, 1, 1.2] as const;

/** Days of stability for which the scale is meant; a shorter or longer memory is stretched by the growth besides. */
const pivotDays = 10;

/** Nothing is certain: one surprising answer must not outweigh all others. */
const leastChance = 0.005;

/** Chance of recall `days` after an answer that left `stability`: the curve of FSRS-6 with this decay, over what the memory lasts. */
export function recallOn(curve: Curve, stability: number, days: number): number {
  return (1 + (factorOf(curve.decay) * days) / lasting(curve, stability)) ** -curve.decay;
}

/** Days until recall has fallen to 90 % on this curve, for a memory of this stability. */
function lasting({ scale, growth }: Curve, stability: number): number {
  if (growth === 1) return stability * scale;
  return scale * pivotDays * (stability / pivotDays) ** growth;
}

/** F of the forgetting curve, such that recall is 90 % after as many days as a memory lasts. */
function factorOf(decay: number): number {
  return 0.9 ** (-1 / decay) - 1;
}

/**
 * The likeliest curve of a small grid, given the answers of a whole organisation, drawn towards the usual one by a factor e of decay or
 * scale, or the root of e of growth, for one standard deviation. Three numbers from thousands of answers: fitting the decay first is what
 * FSRS’s own optimiser does (learning.md 2.1). Fit once a quarter: more often follows luck.
 */
export function fitCurve(answers: readonly ObservedAnswer[]): Curve {
  const bins = binned(answers);
  let best: Curve = usualCurve;
  let highest = logPosterior(usualCurve, bins);
  for (const decay of decays)
    for (const scale of scales)
      for (const growth of growths) {
        const curve = { decay, scale, growth };
        const likelihood = logPosterior(curve, bins);
        if (likelihood <= highest) continue;
        highest = likelihood;
        best = curve;
      }
  return best;
}

/** Answers with nearly the same stability and wait. */
type Bin = { stability: number; days: number; right: number; wrong: number };

/** Bins an eighth wide. */
const binsPerFactorE = 8;

function binned(answers: readonly ObservedAnswer[]): Bin[] {
  const bins = new Map<string, Bin>();
  for (const { stability, days, right } of answers) {
    if (days <= 0 || stability <= 0) continue;
    const [s, d] = [Math.round(binsPerFactorE * Math.log(stability)), Math.round(binsPerFactorE * Math.log(days))];
    const middle = { stability: Math.exp(s / binsPerFactorE), days: Math.exp(d / binsPerFactorE) };
    const bin = bins.get(`${s} ${d}`) ?? { ...middle, right: 0, wrong: 0 };
    if (right) bin.right += 1;
    else bin.wrong += 1;
    bins.set(`${s} ${d}`, bin);
  }
  return [...bins.values()];
}

function logPosterior(curve: Curve, bins: readonly Bin[]): number {
  const { decay, scale, growth } = usualCurve;
  const distance =
    Math.log(curve.decay / decay) ** 2 +
    Math.log(curve.scale / scale) ** 2 +
    (2 * Math.log(curve.growth / growth)) ** 2;
  let sum = -distance / 2;
  for (const { stability, days, right, wrong } of bins) {
    const recall = Math.min(1 - leastChance, Math.max(leastChance, recallOn(curve, stability, days)));
    sum += right * Math.log(recall) + wrong * Math.log(1 - recall);
  }
  return sum;
}
