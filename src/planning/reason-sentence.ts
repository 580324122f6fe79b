import type { RelevanceReason } from '../exposure/relevance.ts';
import type { NudgeKind } from './world.ts';

/** Names for ids, supplied by whoever shows the sentence. */
export type ReasonWords = {
  input: (id: string) => string;
  sector: (id: string) => string;
  role: (id: string) => string;
  country: (code: string) => string;
};

/** The sentences of one language: what is so of the reader, and what they have in common with the people of a case. */
export type ReasonSentences = {
  roundsOff: string;
  fact: {
    input: (input: string) => string;
    dependency: (item: string) => string;
    country: (item: string, country: string) => string;
    sector: (sector: string) => string;
    role: (role: string) => string;
  };
  rule: string;
  likeness: Record<RelevanceReason['kind'], string>;
};

/** How one language says why: `gap` stands between two of its sentences. */
export type ReasonSpeech = { names: ReasonWords; sentences: ReasonSentences; gap: string };

/** The line that says why this person gets this nudge: the strongest reason, said plainly. A case has people in it to be compared with; a question is tied to the reader by its rule. */
export function reasonSentence(reasons: readonly RelevanceReason[], speech: ReasonSpeech, kind: NudgeKind): string {
  const { sentences, gap } = speech;
  const strongest = reasons[0];
  if (!strongest) return sentences.roundsOff;
  const fact = factOf(strongest, speech);
  return `${fact}${gap}${kind === 'case' ? sentences.likeness[strongest.kind] : sentences.rule}`;
}

function factOf(reason: RelevanceReason, { names, sentences: { fact } }: ReasonSpeech): string {
  switch (reason.kind) {
    case 'input':
      return fact.input(names.input(reason.input));
    case 'dependency':
      return fact.dependency(reason.item);
    case 'country':
      return fact.country(reason.item, names.country(reason.country));
    case 'sector':
      return fact.sector(names.sector(reason.sector));
    case 'role':
      return fact.role(names.role(reason.role));
  }
}
