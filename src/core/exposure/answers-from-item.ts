import type { ExposureItem } from './exposure.ts';
import type { Answer, FiveAnswers, QuestionId } from './five-questions.ts';

/** From this share on, losing the first country cannot be made up by the others: half is also the ceiling Korea set itself for 2030 (its ministry of finance’s supply-chain plan). */
export const mostlyOneCountry = 0.5;

/** What an answer was derived from. */
export type Derivation = { question: QuestionId; answer: Answer } & (
  | { from: 'one-country'; country: string | null; share: number }
  | { from: 'one-supplier'; suppliers: number }
  | { from: 'tested-alternative' }
  | { from: 'spread'; suppliers: number; share: number }
  | { from: 'unseen-below'; suppliers: number }
  | { from: 'not-said' }
  | { from: 'no-lead' }
);

/** The five answers of an item, which of them its figures gave, and which are left for the team. */
export type ItemAnswers = { answers: FiveAnswers; derived: readonly Derivation[]; toAnswer: readonly QuestionId[] };

/** The five answers of an item: what its figures say, and the team's own answers for the rest. A team's answer is never overruled. Pure. */
export function answersFromItem(item: ExposureItem): ItemAnswers {
  const dependence = dependenceOf(item);
  const noLead = item.lead === 'no' && item.leak === 'unknown';
  const derived: Derivation[] = [dependence];
  if (noLead) derived.push({ question: 'leak', answer: 'no', from: 'no-lead' });
  const answers = {
    essential: item.essential,
    dependent: dependence.answer,
    lead: item.lead,
    leak: noLead ? 'no' : item.leak,
    upheaval: item.upheaval,
  } as const;
  const asked = ['essential', 'lead', 'leak', 'upheaval'] as const;
  return { answers, derived, toAnswer: asked.filter((question) => answers[question] === 'unknown') };
}

/**
 * Whether most of an item hangs on one country or supplier. A tested alternative frees it; one that is only known or qualified has not
 * carried the load. Two suppliers below whom nobody has looked may share one maker, so figures alone do not clear them
 * (evonik-cdt-2012, tohoku-renesas-2011), and a figure nobody gave clears nothing. Routes are not known by item and say nothing here.
 */
function dependenceOf({ alternative, share, origin, suppliers, tiersMapped }: ExposureItem): Derivation {
  const question = 'dependent';
  if (alternative === 'tested') return { question, answer: 'no', from: 'tested-alternative' };
  if (share !== null && share >= mostlyOneCountry)
    return { question, answer: 'yes', from: 'one-country', country: origin, share };
  if (suppliers !== null && suppliers <= 1) return { question, answer: 'yes', from: 'one-supplier', suppliers };
  if (share === null || suppliers === null) return { question, answer: 'unknown', from: 'not-said' };
  if (tiersMapped === null || tiersMapped === 0) {
    return { question, answer: 'unknown', from: 'unseen-below', suppliers };
  }
  return { question, answer: 'no', from: 'spread', suppliers, share };
}
