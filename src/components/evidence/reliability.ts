import type { Calibration } from '#core/evidence/evidence-report.ts';

/** Answers of about the same predicted chance: predicted to the right, observed upwards, in a plot of 100 by 100; the more answers, the larger. */
export type ReliabilityDot = {
  x: number;
  y: number;
  radius: number;
  predicted: number;
  observed: number;
  answers: number;
};

const smallest = 1.4;
const largest = 4.6;

export function reliabilityDots({ bins }: Pick<Calibration, 'bins'>): ReliabilityDot[] {
  const most = Math.max(...bins.map(({ answers }) => answers), 1);
  return bins.map(({ predicted, observed, answers }) => ({
    x: tenth(100 * predicted),
    y: tenth(100 * (1 - observed)),
    radius: tenth(smallest + (largest - smallest) * Math.sqrt(answers / most)),
    predicted,
    observed,
    answers,
  }));
}

/** In how many worlds the planner predicts answers better than a person's moving average does. */
export function betterPredicted(calibrations: readonly Calibration[]): number {
  return calibrations.filter(({ logLoss }) => logLoss.planner.mean < logLoss.movingAverage.mean).length;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
