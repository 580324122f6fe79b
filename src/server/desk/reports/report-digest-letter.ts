import { sourceKinds } from '#core/reports/source-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
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
  const sections = [
    [t.lead(all, new URL(siteUrl).host)],
    ...(lines.length > 0 ? [lines.map((kind) => t.line(reports.sources[kind], counts.bySource[kind]))] : []),
    ...(cases.length > 0 ? [[t.cases, ...cases]] : []),
    [t.open(counts.open)],
  ];
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
        ...sections.flat().map((line) => letterParagraph('ink', line, language)),
        letterButton(formUrl, t.report),
        letterParagraph('ash', t.why, language),
        letterButton(offUrl, t.off),
      ],
      language,
    ),
  };
}
