/** Log loss and calibration of predictions against answers (srs-benchmark's two measures). */
export type Score = { logLoss: number; rmseBins: number };

export type PredictionScores = {
  answers: number;
  planner: Score;
  movingAverage: Score;
  bins: { predicted: number; observed: number; answers: number }[];
};

const binCount = 20;

/** Collects what was predicted of each answer to a lesson met before, and what came. */
export class Predictions {
  private readonly planner = new Scored();
  private readonly average = new Scored();
  private readonly lessons: number;
  private readonly recent: Float64Array;

  constructor(people: number, lessons: number) {
    this.lessons = lessons;
    this.recent = new Float64Array(people).fill(0.5);
  }

  answer(arm: number, right: boolean, predicted: number): void {
    const person = Math.floor(arm / this.lessons);
    this.planner.add(predicted, right);
    this.average.add(this.recent[person] ?? 0.5, right);
    this.recent[person] = (this.recent[person] ?? 0.5) * (1 - newest) + Number(right) * newest;
  }

  scores(): PredictionScores {
    return {
      answers: this.planner.count,
      planner: this.planner.score(),
      movingAverage: this.average.score(),
      bins: this.planner.bins(),
    };
  }
}

/** Weight of the newest answer in a person's moving average: as if the last twenty counted. */
const newest = 0.05;

class Scored {
  count = 0;
  private loss = 0;
  private readonly predicted = new Float64Array(binCount);
  private readonly right = new Float64Array(binCount);
  private readonly answers = new Float64Array(binCount);

  add(prediction: number, right: boolean): void {
    const bounded = Math.min(0.999, Math.max(0.001, prediction));
    const bin = Math.min(binCount - 1, Math.floor(bounded * binCount));
    this.count += 1;
    this.loss -= Math.log(right ? bounded : 1 - bounded);
    this.predicted[bin] = (this.predicted[bin] ?? 0) + bounded;
    this.right[bin] = (this.right[bin] ?? 0) + Number(right);
    this.answers[bin] = (this.answers[bin] ?? 0) + 1;
  }

  bins(): { predicted: number; observed: number; answers: number }[] {
    return [...this.answers]
      .map((answers, bin) => ({
        predicted: (this.predicted[bin] ?? 0) / answers,
        observed: (this.right[bin] ?? 0) / answers,
        answers,
      }))
      .filter((bin) => bin.answers > 0);
  }

  score(): Score {
    const squares = this.bins().reduce((sum, bin) => sum + bin.answers * (bin.predicted - bin.observed) ** 2, 0);
    return { logLoss: this.loss / this.count, rmseBins: Math.sqrt(squares / this.count) };
  }
}
