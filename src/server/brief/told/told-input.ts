import { countryInText } from '#catalogue/reason-words.ts';
import type { IndicatorId } from '#core/brief/indicator-list.ts';
import { formatPercent, formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { BriefInput } from '../brief.ts';

/** One thing that a figure was counted from, as a line. */
export function tellInput(id: IndicatorId, input: BriefInput, language: Language): string {
  const t = wordsIn(language).brief.input;
  const format = formatsIn(language);
  const name = input.name[language];
  const value = input.value ?? 0;
  const of = input.of ?? 0;
  switch (id) {
    case 'single-source':
      return t.suppliers(name, value);
    case 'top-country':
      return t.country(name, formatPercent(value), countryInText(input.ref ?? '', language));
    case 'red-revenue':
      return t.revenue(name, formatPercent(value));
    case 'cover':
      return t.cover(name, value, of);
    case 'tiers':
      return t.tiers(name, value);
    case 'alternative':
      return t.alternative(name, alternativeWords(input, language));
    case 'stress-test':
      return t.stressTest(format.date(name), format.date(input.ref ?? ''));
    case 'scenarios':
      return t.scenario(name, input.ref ?? t.noOwner, input.holds === true);
    case 'leak-controls':
      return t.routes(name, value, of);
    case 'support':
      return t.programme(name, input.holds === true);
    case 'witnesses':
      return t.witnesses(name, input.ref ?? '', value, of);
    case 'quiet':
      return t.quiet(name, value, input.ref ?? t.together, input.holds === true);
    case 'recall':
      return input.name.en === 'answered' ? t.answered(value, of) : t.recalled(value, of);
    case 'safeguards':
      return t.safeguard(name, input.holds === true);
  }
}

function alternativeWords({ ref, holds }: BriefInput, language: Language): string {
  const t = wordsIn(language).brief.input;
  const words = new Map<string, string>(Object.entries(t.alternatives));
  return ref === 'tested' && holds === false ? t.testStale : (words.get(ref ?? '') ?? '');
}
