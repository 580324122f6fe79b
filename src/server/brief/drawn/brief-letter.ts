import { wordsIn } from '#i18n/words.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { letterButton, letterHeading, letterList, letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { wrap } from '#server/mail/wrap.ts';
import type { ToldBrief } from '../told/told-brief.ts';

/** The quarterly mail to an executive: the position, what is red, what is asked, and the way to the whole brief. It names nobody. */
export function briefLetter(told: ToldBrief, quarter: string, siteUrl: string): LetterWords {
  const { language } = told;
  const t = wordsIn(language).brief;
  const red = told.headings
    .flatMap(({ indicators }) => indicators)
    .filter(({ status }) => status === 'red')
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, name, now, before }) => t.mail.redLine(number, name, now, before));
  const lead = [t.mail.lead(new URL(siteUrl).host), told.position, ...(told.changes ? [told.changes] : [])];
  const asked = told.decisions.length > 0 ? told.decisions.map(({ ask }) => ask) : [told.noDecisions];
  const headed = [
    ...(red.length > 0 ? [{ title: t.mail.red, lines: red }] : []),
    { title: told.decisionsTitle, lines: asked },
  ];
  const link = `${siteUrl}/desk/brief?quarter=${quarter}`;
  return {
    subject: told.title,
    text: [
      ...lead.map((line) => wrap(line)),
      ...headed.map(({ title, lines }) => [title, ...lines.map((line) => wrap(`- ${line}`))].join('\n')),
      `${t.mail.open}\n${link}`,
      wrap(t.mail.why),
    ].join('\n\n'),
    html: letterPage(
      told.title,
      [
        ...lead.map((line) => letterParagraph('ink', line, language)),
        ...headed.flatMap(({ title, lines }) => [letterHeading(title, language), letterList(lines, language)]),
        letterButton(link, t.mail.open),
        letterParagraph('ash', t.mail.why, language),
      ],
      language,
    ),
  };
}
