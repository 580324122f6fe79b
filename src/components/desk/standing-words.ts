import { countryInText } from '#catalogue/reason-words.ts';
import type { ItemStanding } from '#desk/item-standing.ts';
import type { Derivation } from '#exposure/answers-from-item.ts';
import type { QuestionId } from '#exposure/five-questions.ts';
import type { AutonomyReason, IndispensabilityReason } from '#exposure/pillar-scores.ts';
import type { ColourVerdict } from '#exposure/policy-colour.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

/** The sentences of one language about where an item stands. */
export function standingWords(language: Language) {
  const { exposure: said, colours } = wordsIn(language);
  const { gap } = formatsIn(language);
  const country = (code: string) => countryInText(code, language);

  /** "Green. 82 % of it comes from China, and no alternative is tested. ..." */
  function verdict({ colour, holds, because }: ColourVerdict, standing: ItemStanding): string {
    const statements = because.map((question) => statement(question, standing));
    return [said.verdicts[holds](colours[colour].label), ...statements].join(gap);
  }

  /** What an answer says of the item: the figures it was derived from where it was, else what the team said. */
  function statement(question: QuestionId, { answers, derived }: ItemStanding): string {
    const derivation = derived.find((entry) => entry.question === question);
    return derivation ? derivedStatement(derivation) : said.statements[question][answers[question]];
  }

  function derivedStatement(derivation: Derivation): string {
    switch (derivation.from) {
      case 'one-country':
        return said.derived['one-country'](percent(derivation.share), country(derivation.country));
      case 'spread':
        return said.derived.spread(derivation.suppliers, percent(derivation.share));
      case 'unseen-below':
        return said.derived['unseen-below'](derivation.suppliers);
      default:
        return said.derived[derivation.from];
    }
  }

  function autonomy(reason: AutonomyReason): string {
    switch (reason.what) {
      case 'share':
        return said.reasons.share(percent(reason.share), country(reason.country));
      case 'suppliers':
        return said.reasons.suppliers(reason.suppliers);
      case 'alternative':
        return said.reasons.alternative[reason.alternative];
      case 'stock':
        return said.reasons.stock(reason.stockDays, reason.recoveryDays);
      case 'tiers':
        return said.reasons.tiers[reason.tiersMapped ?? -1] ?? said.reasons.tiersUnknown;
    }
  }

  /** A threat to a lead is told as nothing where there is no lead, and as waiting where nobody knows. */
  function indispensability({ what, answer, after }: IndispensabilityReason): string {
    if (what === 'lead' || after === 'yes') return said.reasons[what][answer];
    return after === 'no' ? said.reasons.withoutLead[what] : said.reasons.beforeLead[what];
  }

  return { verdict, autonomy, indispensability };
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
