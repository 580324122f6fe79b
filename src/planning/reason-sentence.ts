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
  if (!strongest) return 'Your trainer assigned it.';
  const fact = factOf(strongest, words);
  return kind === 'case' ? `${fact} ${likeness[strongest.kind]}`.trim() : fact;
}

/** What the reader has in common with the people of a case. */
const likeness = {
  input: 'So did they.',
  dependency: 'So did they.',
  country: 'It happened there.',
  sector: 'So did they.',
  role: 'One like you had to decide.',
} as const satisfies Record<RelevanceReason['kind'], string>;

function factOf(reason: RelevanceReason, words: ReasonWords): string {
  switch (reason.kind) {
    case 'input':
      return reason.origin
        ? `Your team buys ${lower(words.input(reason.input))} from ${words.country(reason.origin)}.`
        : `Your team depends on ${lower(words.input(reason.input))}.`;
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
