import { type RelevanceWeights, sharedKinds } from '#core/exposure/weights.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import type { JudgedPerson } from './judged-set.ts';
import { measure } from './measures.ts';
import { productRanker, type TeamReader } from './rankings.ts';

/** What is fitted: the points, the share of the text, and what is left of a lesson outside its roles. */
type Knob = {
  of: (weights: RelevanceWeights) => number;
  with: (weights: RelevanceWeights, value: number) => RelevanceWeights;
};

const knobs: readonly Knob[] = [
  ...sharedKinds.map(
    (kind): Knob => ({
      of: ({ points }) => points[kind],
      with: (weights, value) => ({ ...weights, points: { ...weights.points, [kind]: value } }),
    }),
  ),
  { of: ({ text }) => text, with: (weights, text) => ({ ...weights, text }) },
  { of: ({ reach }) => reach, with: (weights, reach) => ({ ...weights, reach }) },
  {
    of: ({ otherRole }) => otherRole,
    with: (weights, otherRole) => ({ ...weights, otherRole: Math.min(1, otherRole) }),
  },
];

const steps = [0.5, 0.8, 1.25, 2] as const;

/** What leaving the prior costs, in NDCG, for each knob and squared doubling: a judged set of two dozen people knows little. */
const priorCost = 0.002;

const mostRounds = 6;

/** Weights that rank the judged people best, drawn towards `prior`: one knob after another, as long as any turn helps. Deterministic. */
export function fitWeights(
  lessons: readonly PlannableLesson[],
  teamOf: TeamReader,
  people: readonly JudgedPerson[],
  prior: RelevanceWeights,
): RelevanceWeights {
  const worthOf = (weights: RelevanceWeights) => {
    const { ndcg, cases } = measure(people, productRanker(lessons, teamOf, weights));
    const strayed = knobs.reduce((sum, knob) => sum + Math.log2(knob.of(weights) / knob.of(prior)) ** 2, 0);
    return ndcg + 0.3 * cases - priorCost * strayed;
  };
  let best = { weights: prior, value: worthOf(prior) };
  for (let round = 0; round < mostRounds; round += 1) {
    const before = best.value;
    for (const knob of knobs)
      for (const step of steps) {
        const weights = knob.with(best.weights, knob.of(best.weights) * step);
        const value = worthOf(weights);
        if (value > best.value) best = { weights, value };
      }
    if (best.value - before < 1e-4) break;
  }
  return best.weights;
}
