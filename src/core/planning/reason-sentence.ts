import type { HangsOn, RelevanceReason } from '#core/exposure/relevance.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { Explanation, Occasion } from './planner-types.ts';

/** Names for ids, supplied by whoever shows the sentence. */
export type ReasonWords = {
  input: (id: string) => string;
  route: (id: string) => string;
  system: (id: string) => string;
  hazard: (id: string) => string;
  sector: (id: string) => string;
  role: (id: string) => string;
  country: (code: string) => string;
};

/** The sentences of one language: why now, what is so of the reader, and what they have in common with the people of a case. */
export type ReasonSentences = {
  assigned: string;
  signal: string;
  anniversary: (years: number) => string;
  roundsOff: string;
  fact: {
    input: (input: string) => string;
    route: (route: string) => string;
    system: (system: string) => string;
    dependency: Record<HangsOn, (item: string) => string>;
    country: (item: string, country: string) => string;
    hazard: (hazard: string, site: string) => string;
    sector: (sector: string) => string;
    role: (role: string) => string;
  };
  rule: string;
  likeness: Record<RelevanceReason['kind'], string>;
};

/** How one language says why: `gap` stands between two of its sentences. */
export type ReasonSpeech = { names: ReasonWords; sentences: ReasonSentences; gap: string };

/** The line that says why this person gets this nudge now: the occasion, if there is one, and the strongest reason, said plainly. */
export function reasonSentence(
  { reasons, occasion }: Pick<Explanation, 'reasons' | 'occasion'>,
  speech: ReasonSpeech,
  kind: NudgeKind,
): string {
  const whyNow = occasionSentence(occasion, speech);
  if (whyNow && reasons.length === 0) return whyNow;
  const whyYou = likenessSentence(reasons, speech, kind);
  return whyNow ? `${whyNow}${speech.gap}${whyYou}` : whyYou;
}

function occasionSentence(occasion: Occasion, { sentences }: ReasonSpeech): string | null {
  switch (occasion.kind) {
    case 'memory':
      return null;
    case 'assigned':
      return sentences.assigned;
    case 'signal':
      return sentences.signal;
    case 'anniversary':
      return sentences.anniversary(occasion.years);
  }
}

/** A case has people in it to be compared with; a question is tied to the reader by its rule. */
function likenessSentence(reasons: readonly RelevanceReason[], speech: ReasonSpeech, kind: NudgeKind): string {
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
    case 'route':
      return fact.route(names.route(reason.route));
    case 'system':
      return fact.system(names.system(reason.system));
    case 'dependency':
      return fact.dependency[reason.hangsOn](reason.item);
    case 'country':
      return fact.country(reason.item, names.country(reason.country));
    case 'hazard':
      return fact.hazard(names.hazard(reason.hazard), reason.site);
    case 'sector':
      return fact.sector(names.sector(reason.sector));
    case 'role':
      return fact.role(names.role(reason.role));
  }
}
