import type { Typed } from './form.ts';

export type Merged = {
  typed: Typed;
  /** Fields that both changed, with what the other wrote; of these `typed` holds one's own. */
  theirs: Typed;
};

/** One's own changes and somebody else's, both made from `base`: what only one of them changed is theirs to say. Pure. */
export function mergeTyped(base: Typed, mine: Typed, theirs: Typed): Merged {
  const names = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  const typed: Record<string, string> = {};
  const disputed: Record<string, string> = {};
  for (const name of names) {
    const [before = '', own = '', other = ''] = [base[name], mine[name], theirs[name]];
    const kept = own === before ? other : own;
    if (kept !== '') typed[name] = kept;
    if (own !== before && other !== before && own !== other) disputed[name] = other;
  }
  return { typed, theirs: disputed };
}
