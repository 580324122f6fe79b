import { factorOf, lasting, usualCurve } from './forgetting-curve.ts';
import { type MemoryModel, usualModel } from './memory-model.ts';
import type { Practice } from './practice.ts';

/** An answer to a lesson met before: its stability and the days since, as they stood when it was asked. */
export type ObservedAnswer = { stability: number; days: number; right: boolean };

/** The same answers with the stabilities that one practice gives them. */
export type AnswersUnder = { practice: Practice; answers: readonly ObservedAnswer[] };

/** All that fitting needs of the answers under a practice, however many there are: how many of each kind were right and wrong. */
export type GatheredUnder = { practice: Practice; cells: Map<string, Cell> };

const decays = [0.08, 0.1542, 0.3, 0.5, 0.8, 1.5, 3] as const;

/** A quarter to four times, by steps of half an octave. */
const scales = Array.from({ length: 9 }, (_, step) => 2 ** ((step - 4) / 2));

const growths = [0.25, 0.4, 0.55, 0.75, 1, 1.2] as const;

/** Below this many answers what is believed beforehand would decide anyway. */
const fewestAnswers = 40;

/** Whether enough answers have come in since the last fitting to `fittedTo` of them: half as many again. More often follows luck. */
export function isWorthFitting(answers: number, fittedTo: number): boolean {
  return answers >= fewestAnswers && answers >= 1.5 * fittedTo;
}

/** Nothing is certain: one surprising answer must not outweigh all others. */
const leastChance = 0.005;

/**
 * The likeliest model of a small grid, given the answers of a whole organisation, drawn towards the usual one: one standard deviation is a
 * factor e of decay or scale, the root of e of growth, a quarter of the way in practice. Five numbers from thousands of answers; FSRS’s own
 * optimiser fits the decay first as well. Without answers it is the usual model.
 */
export function fitModel(seen: readonly AnswersUnder[]): MemoryModel {
  return fitGathered(
    seen.map(({ practice, answers }) => {
      const gathered = nothingGathered(practice);
      gather(gathered, answers);
      return gathered;
    }),
  );
}

/** The same from answers that were gathered as they were read. */
export function fitGathered(seen: readonly GatheredUnder[]): MemoryModel {
  let best = usualModel;
  let highest = Number.NEGATIVE_INFINITY;
  for (const gathered of seen) {
    const { practice } = gathered;
    const cells = [...gathered.cells.values()];
    for (const growth of growths) {
      const waits = waitsOf(cells, growth);
      for (const decay of decays)
        for (const scale of scales) {
          const model = { curve: { decay, scale, growth }, practice };
          const likelihood = logPrior(model) + logLikelihood(waits, decay, scale);
          if (likelihood <= highest) continue;
          highest = likelihood;
          best = model;
        }
    }
  }
  return best;
}

/** Answers with nearly the same stability and wait. */
type Cell = { stability: number; days: number; right: number; wrong: number };

/** Answers whose wait was nearly the same multiple of what their memory lasts: recall depends on nothing else. */
type Wait = { multiple: number; right: number; wrong: number };

/** Cells and waits are an eighth wide. */
const perFactorE = 8;

const stepOf = (value: number) => Math.round(perFactorE * Math.log(value));
const middleOf = (step: number) => Math.exp(step / perFactorE);

export function nothingGathered(practice: Practice): GatheredUnder {
  return { practice, cells: new Map() };
}

/** Adds answers to what was gathered, in place. */
export function gather({ cells }: GatheredUnder, answers: readonly ObservedAnswer[]): void {
  for (const { stability, days, right } of answers) {
    if (days <= 0 || stability <= 0) continue;
    const [s, d] = [stepOf(stability), stepOf(days)];
    const cell = cells.get(`${s} ${d}`) ?? { stability: middleOf(s), days: middleOf(d), right: 0, wrong: 0 };
    if (right) cell.right += 1;
    else cell.wrong += 1;
    cells.set(`${s} ${d}`, cell);
  }
}

function waitsOf(cells: readonly Cell[], growth: number): Wait[] {
  const waits = new Map<number, Wait>();
  for (const { stability, days, right, wrong } of cells) {
    const step = stepOf(days / lasting({ scale: 1, growth }, stability));
    const wait = waits.get(step) ?? { multiple: middleOf(step), right: 0, wrong: 0 };
    waits.set(step, { ...wait, right: wait.right + right, wrong: wait.wrong + wrong });
  }
  return [...waits.values()];
}

function logPrior({ curve, practice }: MemoryModel): number {
  const deviations = [
    Math.log(curve.decay / usualCurve.decay),
    Math.log(curve.scale),
    2 * Math.log(curve.growth),
    4 * (1 - practice.spacing),
    4 * practice.kept,
  ];
  return -deviations.reduce((sum, deviation) => sum + deviation ** 2, 0) / 2;
}

function logLikelihood(waits: readonly Wait[], decay: number, scale: number): number {
  const factor = factorOf(decay) / scale;
  let sum = 0;
  for (const { multiple, right, wrong } of waits) {
    const recall = Math.min(1 - leastChance, Math.max(leastChance, (1 + factor * multiple) ** -decay));
    sum += right * Math.log(recall) + wrong * Math.log(1 - recall);
  }
  return sum;
}
