import type { ProfileFact } from '#core/exposure/condition.ts';
import type { HangsOn, RelevanceReason } from '#core/exposure/relevance.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { Explanation, Occasion } from './planner-types.ts';

/** Names for ids, supplied by whoever shows the sentence. */
export type ReasonWords = {
  input: (id: string) => string;
  family: (id: string) => string;
  route: (id: string) => string;
  system: (id: string) => string;
  hazard: (id: string) => string;
  sector: (id: string) => string;
  role: (id: string) => string;
  country: (code: string) => string;
};

/** A fact of a profile as it is told: one sentence for each kind of fact. Days are whole. */
export type FactSentences = {
  'stock-short': (item: string, stockDays: number, recoveryDays: number) => string;
  'stock-bare': (item: string, stockDays: number) => string;
  foreign: (item: string, country: string) => string;
  'stock-ample': (item: string, stockDays: number, recoveryDays: number) => string;
  'licence-country': (item: string, country: string) => string;
  'one-country': (item: string, country: string) => string;
  'one-supplier': (item: string) => string;
  'makers-unseen': (item: string) => string;
  suppliers: (item: string, suppliers: number) => string;
  alternative: Record<'none' | 'known' | 'qualified' | 'tested', (item: string) => string>;
  'recovery-long': (item: string, recoveryDays: number) => string;
  essential: (item: string) => string;
  lead: (item: string) => string;
  leak: (item: string) => string;
  upheaval: (item: string) => string;
  'one-site': (site: string) => string;
  sites: (sites: number) => string;
};

/** The sentences of one language: why now, what is so of the reader, and what they have in common with the people of a case. */
export type ReasonSentences = {
  assigned: string;
  signal: string;
  anniversary: (years: number) => string;
  /** Nothing is shared that could be named: the rule is sent for itself, and says so. */
  nothingShared: string;
  fact: {
    input: (item: string, input: string) => string;
    family: (item: string, family: string) => string;
    route: (route: string) => string;
    system: (system: string) => string;
    dependency: Record<HangsOn, (item: string) => string>;
    country: (item: string, country: string) => string;
    hazard: (hazard: string, site: string) => string;
    sector: (sector: string) => string;
    role: (role: string) => string;
    condition: FactSentences;
  };
  rule: string;
  /** Said of what makes a rule matter: the reader's own figures are reason enough. */
  ruleForThat: string;
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

/**
 * The reason that is told: a case has people in it to be compared with, so what is shared with them goes first; a question is tied to the
 * reader by its rule, so what makes the rule matter does.
 */
export function toldReason(reasons: readonly RelevanceReason[], kind: NudgeKind): RelevanceReason | null {
  const shared = reasons.find((reason) => reason.kind !== 'condition') ?? null;
  const condition = reasons.find((reason) => reason.kind === 'condition') ?? null;
  const isWeak = shared === null || weakKinds.includes(shared.kind);
  return kind === 'case' && !isWeak ? shared : (condition ?? shared);
}

/** Shared by many who have little else in common: a team's own figures say more. */
const weakKinds: readonly RelevanceReason['kind'][] = ['family', 'hazard', 'sector', 'role'];

function likenessSentence(reasons: readonly RelevanceReason[], speech: ReasonSpeech, kind: NudgeKind): string {
  const { sentences, gap } = speech;
  const told = toldReason(reasons, kind);
  if (!told) return sentences.nothingShared;
  return `${factOf(told, speech)}${gap}${tieOf(told, sentences, kind)}`;
}

function tieOf({ kind: reason }: RelevanceReason, sentences: ReasonSentences, kind: NudgeKind): string {
  if (reason === 'condition') return sentences.ruleForThat;
  // A role is tied to the rule, whatever the case: who decided in it need not have had the same work.
  if (reason === 'role') return sentences.likeness.role;
  return kind === 'case' ? sentences.likeness[reason] : sentences.rule;
}

function factOf(reason: RelevanceReason, speech: ReasonSpeech): string {
  const { names, sentences } = speech;
  const { fact } = sentences;
  switch (reason.kind) {
    case 'input':
      return fact.input(reason.item, names.input(reason.input));
    case 'family':
      return fact.family(reason.item, names.family(reason.family));
    case 'route':
      return fact.route(names.route(reason.route));
    case 'system':
      return fact.system(names.system(reason.system));
    case 'dependency':
      return fact.dependency[reason.hangsOn](reason.item);
    case 'country':
      return fact.country(reason.item, names.country(reason.country));
    case 'condition':
      return profileFact(reason.holds, speech);
    case 'hazard':
      return fact.hazard(names.hazard(reason.hazard), reason.site);
    case 'sector':
      return fact.sector(names.sector(reason.sector));
    case 'role':
      return fact.role(names.role(reason.role));
  }
}

/** A fact of a team's profile as a sentence about the team. */
export function profileFact(holds: ProfileFact, { names, sentences: { fact } }: ReasonSpeech): string {
  const say = fact.condition;
  switch (holds.fact) {
    case 'stock-short':
    case 'stock-ample':
      return say[holds.fact](holds.item, Math.round(holds.stockDays), Math.round(holds.recoveryDays));
    case 'stock-bare':
      return say['stock-bare'](holds.item, Math.round(holds.stockDays));
    case 'foreign':
    case 'licence-country':
    case 'one-country':
      return say[holds.fact](holds.item, names.country(holds.country));
    case 'suppliers':
      return say.suppliers(holds.item, holds.suppliers);
    case 'alternative':
      return say.alternative[holds.alternative](holds.item);
    case 'recovery-long':
      return say['recovery-long'](holds.item, Math.round(holds.recoveryDays));
    case 'one-supplier':
    case 'makers-unseen':
    case 'essential':
    case 'lead':
    case 'leak':
    case 'upheaval':
      return say[holds.fact](holds.item);
    case 'family':
      return fact.family(holds.item, names.family(holds.family));
    case 'one-site':
      return say['one-site'](holds.site);
    case 'sites':
      return say.sites(holds.sites);
    case 'route':
      return fact.route(names.route(holds.route));
    case 'system':
      return fact.system(names.system(holds.system));
    case 'sector':
      return fact.sector(names.sector(holds.sector));
  }
}
