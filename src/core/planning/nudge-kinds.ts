/**
 * How a lesson is put to somebody. *case*: the story, then the decision. *recall*: a question on a lesson met before, without a story.
 * *compare*: two cases, what they share, and only then the rule. *apply*: one step for Monday. *did-you*: what became of the step.
 */
export const nudgeKinds = ['case', 'recall', 'compare', 'apply', 'did-you'] as const;

export type NudgeKind = (typeof nudgeKinds)[number];

/** What the reader of a kind is asked. It decides what may be answered, how the answer is judged and what it tells of memory. */
export const askedBy = {
  case: 'question',
  recall: 'question',
  compare: 'comparison',
  apply: 'step',
  'did-you': 'step',
} as const satisfies Record<NudgeKind, 'question' | 'comparison' | 'step'>;

/** The kinds that ask for one thing: tables of drawings and answers have one entry for each, and the compiler misses none. */
export type KindAsking<Thing extends (typeof askedBy)[NudgeKind]> = {
  [Kind in NudgeKind]: (typeof askedBy)[Kind] extends Thing ? Kind : never;
}[NudgeKind];

export function asksForStep(kind: NudgeKind): kind is KindAsking<'step'> {
  return askedBy[kind] === 'step';
}
