import { countryInText } from '#catalogue/reason-words.ts';
import type { Derivation } from '#core/exposure/answers-from-item.ts';
import type { QuestionId } from '#core/exposure/five-questions.ts';
import { leakRoutes } from '#core/exposure/leak-routes.ts';
import type { AutonomyReason, IndispensabilityReason } from '#core/exposure/pillar-scores.ts';
import type { ColourVerdict } from '#core/exposure/policy-colour.ts';
import { formatPercent, formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { ItemStanding } from '#server/desk/item-standing.ts';

/** The sentences of one language about where an item stands. */
export function standingWords(language: Language) {
  const { exposure: t, colours, items } = wordsIn(language);
  const { gap } = formatsIn(language);
  const placeOf = (code: string | null) => (code === null ? t.oneCountry : countryInText(code, language));

  /** "Green. 82 % of it comes from China, and no alternative is tested. ..." */
  function verdict({ colour, holds, because }: ColourVerdict, standing: ItemStanding): string {
    const statements = because.map((question) => statement(question, standing));
    return [t.verdicts[holds](colours[colour].label), ...statements].join(gap);
  }

  /** What an answer says of the item: the figures it was derived from where it was, else what the team said. */
  function statement(question: QuestionId, { answers, derived }: ItemStanding): string {
    const derivation = derived.find((entry) => entry.question === question);
    return derivation ? derivedStatement(derivation) : t.statements[question][answers[question]];
  }

  function derivedStatement(derivation: Derivation): string {
    switch (derivation.from) {
      case 'one-country':
        return t.derived['one-country'](formatPercent(derivation.share), placeOf(derivation.country));
      case 'spread':
        return t.derived.spread(derivation.suppliers, formatPercent(derivation.share));
      case 'unseen-below':
        return t.derived['unseen-below'](derivation.suppliers);
      default:
        return t.derived[derivation.from];
    }
  }

  function autonomy(reason: AutonomyReason): string {
    switch (reason.what) {
      case 'share':
        return reason.share === null
          ? t.reasons.unsaid.share
          : t.reasons.share(formatPercent(reason.share), placeOf(reason.country));
      case 'suppliers':
        return reason.suppliers === null ? t.reasons.unsaid.suppliers : t.reasons.suppliers(reason.suppliers);
      case 'alternative':
        return reason.alternative === null ? t.reasons.unsaid.alternative : t.reasons.alternative[reason.alternative];
      case 'stock':
        return reason.stockDays === null || reason.recoveryDays === null
          ? t.reasons.unsaid.stock
          : t.reasons.stock(reason.stockDays, reason.recoveryDays);
      case 'tiers':
        return t.reasons.tiers[reason.tiersMapped ?? -1] ?? t.reasons.tiersUnknown;
    }
  }

  /** A threat to a lead is told as nothing where there is no lead, and as waiting where nobody knows. */
  function indispensability(reason: IndispensabilityReason): string {
    const { what, answer, after } = reason;
    if (what === 'lead') return t.reasons.lead[answer];
    if (what === 'leak' && after === 'yes' && answer === 'yes' && reason.guarded !== null)
      return items.leakGuarded(reason.guarded.length, leakRoutes.length);
    if (after === 'yes') return t.reasons[what][answer];
    return after === 'no' ? t.reasons.withoutLead[what] : t.reasons.beforeLead[what];
  }

  return { verdict, autonomy, indispensability };
}
