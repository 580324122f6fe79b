import { countryInText } from '#catalogue/reason-words.ts';
import type { Finding } from '#core/stress-test/findings.ts';
import { formatPercent } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';

/** What a finding is called in one language. */
export function findingWords(language: Language): (finding: Finding) => string {
  const { stressTest, exposure } = wordsIn(language);
  const t = stressTest.findings;
  return (finding) => {
    switch (finding.finding) {
      case 'one-country': {
        const country = finding.country === null ? exposure.oneCountry : countryInText(finding.country, language);
        return t['one-country'](formatPercent(finding.share), country);
      }
      case 'stock-short':
        return t['stock-short'](finding.days);
      case 'sales':
        return t.sales(formatPercent(finding.share));
      case 'unknown':
        return t.unknown[finding.what];
      default:
        return t[finding.finding];
    }
  };
}
