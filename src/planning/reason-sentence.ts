import type { RelevanceReason } from '../exposure/relevance.ts';

/** Names for ids, supplied by whoever shows the sentence. */
export type ReasonWords = {
  input: (id: string) => string;
  sector: (id: string) => string;
  role: (id: string) => string;
  country: (code: string) => string;
};

/** The line that says why this person gets this case: the strongest reason, said plainly. */
export function reasonSentence(reasons: readonly RelevanceReason[], words: ReasonWords): string {
  const strongest = reasons[0];
  if (!strongest) return 'Your trainer assigned it.';
  switch (strongest.kind) {
    case 'input':
      return strongest.origin
        ? `Your team buys ${lower(words.input(strongest.input))} from ${words.country(strongest.origin)}. So did they.`
        : `Your team depends on ${lower(words.input(strongest.input))}. So did they.`;
    case 'dependency':
      return `Your team has one supplier for ${lower(strongest.item)}. So did they.`;
    case 'country':
      return `Most of your team’s ${lower(strongest.item)} comes from ${words.country(strongest.country)}, where this happened.`;
    case 'sector':
      return `You work in ${lower(words.sector(strongest.sector))}, as they did.`;
    case 'role':
      return `The decision fell to people in your role: ${lower(words.role(strongest.role))}.`;
  }
}

/** Lower-cases a label's first letter, unless it is an abbreviation such as IV or IT. */
function lower(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

