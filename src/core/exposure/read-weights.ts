import { otherWeights, type RelevanceWeights, sharedKinds, usualWeights } from './weights.ts';

export type ReadWeights = { ok: true; weights: RelevanceWeights } | { ok: false; wrong: string };

const mend = `Write it as in "input=3 route=2 least=0.2"; the names are ${[...sharedKinds, ...otherWeights].join(', ')}.`;

/** These divide something, so none of them may be zero. */
const divisors: readonly string[] = ['fullMatch', 'quietDays'];

/** Changes to the usual weights, as in `route=4 quietRise=0.2`. What is not named stays as it is. */
export function readWeights(text: string): ReadWeights {
  let weights = usualWeights;
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [name = '', written = ''] = part.split('=');
    const value = Number(written);
    if (written === '' || !Number.isFinite(value) || value < 0 || value > 1000)
      return { ok: false, wrong: `"${part}" gives no number from 0 to 1000. ${mend}` };
    if (value === 0 && divisors.includes(name)) return { ok: false, wrong: `${name} cannot be 0.` };
    const changed = withWeight(weights, name, value);
    if (!changed) return { ok: false, wrong: `"${name}" is no weight. ${mend}` };
    weights = changed;
  }
  return { ok: true, weights };
}

function withWeight(weights: RelevanceWeights, name: string, value: number): RelevanceWeights | null {
  const shared = sharedKinds.find((kind) => kind === name);
  if (shared) return { ...weights, points: { ...weights.points, [shared]: value } };
  const other = otherWeights.find((known) => known === name);
  return other ? { ...weights, [other]: value } : null;
}
