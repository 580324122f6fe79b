/** How the answers of one person have compared with what was predicted of them: moving averages, and over how many answers. */
export type Calibration = {
  /** Average predicted chance of a right answer, 0 to 1. */
  predicted: number;
  /** Average of what came, right 1 and wrong 0. */
  observed: number;
  answers: number;
};

export const uncalibrated: Calibration = { predicted: 0.5, observed: 0.5, answers: 0 };

/** Answers that a moving average looks back on, roughly; a person's memory for cases changes with their work, not from week to week. */
const window = 30;

/** Answers that the model's own prediction is worth beside a person's record. Thin data are mostly noise. */
const predictionIsWorth = 12;

/** Odds are never shifted by more than this factor (natural logarithm), either way: a run of luck must not silence the model. */
const largestShift = 1.5;

/** The record after one more answer. The average is plain while there are few answers and moves when there are many. */
export function afterAnswerOf(record: Calibration, predicted: number, right: boolean): Calibration {
  const step = 1 / Math.min(record.answers + 1, window);
  return {
    predicted: record.predicted + step * (predicted - record.predicted),
    observed: record.observed + step * (Number(right) - record.observed),
    answers: record.answers + 1,
  };
}

/** The chance of recall as this person's record corrects it. With few answers it is the model's own. */
export function calibrated(chance: number, record: Calibration): number {
  if (record.answers === 0 || chance <= 0) return chance;
  const { predicted, observed, answers } = record;
  const borne = (answers * observed + predictionIsWorth * predicted) / (answers + predictionIsWorth);
  const gap = logOdds(borne) - logOdds(predicted);
  const shift = Math.max(-largestShift, Math.min(largestShift, gap));
  return 1 / (1 + Math.exp(-(logOdds(chance) + shift)));
}

/** Averages of nothing but right or nothing but wrong answers would have endless odds. */
function logOdds(chance: number): number {
  const bounded = Math.min(0.98, Math.max(0.02, chance));
  return Math.log(bounded / (1 - bounded));
}
