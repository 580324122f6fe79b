import { sourceKinds } from '#core/reports/source-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import {
  letterButton,
  letterHeading,
  letterLink,
  letterList,
  letterPage,
  letterParagraph,
} from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';
import type { ReportCounts } from '#server/reports/report-counts.ts';

/** A month of reports: how many from which kind of source, and the titles of what was told as a case. */
export type MonthOfReports = { month: string; counts: ReportCounts; cases: readonly string[] };

type Addresses = { siteUrl: string; offUrl: string };

/** The digest of a month, which names nobody. `month` is 2026-11. */
export function reportDigestLetter(
  { month, counts, cases }: MonthOfReports,
  language: Language,
  { siteUrl, offUrl }: Addresses,
): LetterWords {
  const { reports } = wordsIn(language);
  const t = reports.digest;
  const named = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const subject = t.subject(named.format(new Date(`${month}-01T00:00:00Z`)));
  const all = sourceKinds.reduce((sum, kind) => sum + counts.bySource[kind], 0);
  const lines = sourceKinds.filter((kind) => counts.bySource[kind] > 0);
  const lead = t.lead(all, new URL(siteUrl).host);
  const counted = lines.map((kind) => t.line(reports.sources[kind], counts.bySource[kind]));
  const told = cases.length > 0 ? [t.cases, ...cases] : [];
  const sections = [[lead], counted, told, [t.open(counts.open)]].filter((part) => part.length > 0);
  const formUrl = `${siteUrl}/report`;
  return {
    subject,
    text: [
      ...sections.map((part) => part.map((line) => wrap(line)).join('\n')),
      `${t.report}\n${formUrl}`,
      `${wrap(t.why)}\n${t.off}\n${offUrl}`,
    ].join('\n\n'),
    html: letterPage(
      subject,
      [
        letterParagraph('ink', lead, language),
        ...(counted.length > 0 ? [letterList(counted, language)] : []),
        ...(cases.length > 0 ? [letterHeading(t.cases, language), letterList(cases, language)] : []),
        letterParagraph('ink', t.open(counts.open), language),
        letterButton(formUrl, t.report),
        letterParagraph('ash', t.why, language),
        letterLink(offUrl, t.off),
      ],
      language,
    ),
  };
}
