import type { RelevanceReason } from '../exposure/relevance.ts';
import type { NudgeKind } from './world.ts';

/** Names for ids, supplied by whoever shows the sentence. */
export type ReasonWords = {
  input: (id: string) => string;
  sector: (id: string) => string;
  role: (id: string) => string;
  country: (code: string) => string;
};

/** The line that says why this person gets this nudge: the strongest reason, said plainly. A case has people in it to be compared with. */
export function reasonSentence(reasons: readonly RelevanceReason[], words: ReasonWords, kind: NudgeKind): string {
  const strongest = reasons[0];
  if (!strongest) return 'It rounds off what your team remembers.';
  const fact = factOf(strongest, words);
  return kind === 'case' ? `${fact} ${likeness[strongest.kind]}`.trim() : fact;
}

/** What the reader has in common with the people of a case: never more than the reason holds. */
const likeness = {
  input: 'So did they.',
  dependency: 'They leaned on one too.',
  country: 'It happened there.',
  sector: 'So did they.',
  role: 'The decisions in it touch that work.',
} as const satisfies Record<RelevanceReason['kind'], string>;

function factOf(reason: RelevanceReason, words: ReasonWords): string {
  switch (reason.kind) {
    case 'input':
      return `Your team depends on ${lower(words.input(reason.input))}.`;
    case 'dependency':
      return `Your team has one supplier for “${reason.item}”.`;
    case 'country':
      return `Most of your team’s “${reason.item}” comes from ${words.country(reason.country)}.`;
    case 'sector':
      return `You work in ${lower(words.sector(reason.sector))}.`;
    case 'role':
      return `Your role is ${lower(words.role(reason.role))}.`;
  }
}

/** Lower-cases a label's first letter, unless it is an abbreviation such as IV or IT. */
function lower(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
