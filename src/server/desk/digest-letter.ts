import { formatsIn } from '#i18n/format.ts';
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
import type { AssignmentProgress } from './assignment-list.ts';

/** What a digest tells: how much was answered since the last, who is late, and what ends within a week. */
export type DigestNews = {
  answered: number;
  assignments: number;
  late: readonly AssignmentProgress[];
  ends: readonly AssignmentProgress[];
};

type Addresses = { siteUrl: string; offUrl: string };

/** Names that a line of a letter has room for. */
const mostNames = 12;

/** The digest of one trainer. Titles are as they were read. */
export function digestLetter(news: DigestNews, language: Language, { siteUrl, offUrl }: Addresses): LetterWords {
  const { assigning, desk } = wordsIn(language);
  const t = assigning.digest;
  const format = formatsIn(language);
  const titleOf = (line: AssignmentProgress) =>
    line.moduleTitle ?? desk.assignments.goneModule(line.assignment.module_id);
  const dueOf = (line: AssignmentProgress) => format.date(line.assignment.due_on);
  const namesOf = ({ lateNames }: AssignmentProgress) =>
    lateNames.length > mostNames
      ? assigning.whom.andMore(lateNames.slice(0, mostNames).join(format.comma), lateNames.length - mostNames)
      : lateNames.join(format.comma);
  const late = news.late.map((line) => t.lateLine(`${titleOf(line)} (${line.teamName})`, dueOf(line), namesOf(line)));
  const ends = news.ends.map((line) =>
    t.endsLine(`${titleOf(line)} (${line.teamName})`, dueOf(line), line.done, line.people),
  );
  const lead = [t.lead(new URL(siteUrl).host), t.moved(news.answered, news.assignments)];
  const headed = [
    { title: t.lateTitle, lines: late },
    { title: t.endsTitle, lines: ends },
  ].filter(({ lines }) => lines.length > 0);
  const sections = [lead, ...headed.map(({ title, lines }) => [title, ...lines])];
  const deskUrl = `${siteUrl}/desk/assignments`;
  return {
    subject: t.subject,
    text: [
      ...sections.map((lines) => lines.map((line) => wrap(line)).join('\n')),
      `${t.open}\n${deskUrl}`,
      `${wrap(t.off1)}\n${t.offAct}\n${offUrl}`,
    ].join('\n\n'),
    html: letterPage(
      t.subject,
      [
        ...lead.map((line) => letterParagraph('ink', line, language)),
        ...headed.flatMap(({ title, lines }) => [letterHeading(title, language), letterList(lines, language)]),
        letterButton(deskUrl, t.open),
        letterParagraph('ash', t.off1, language),
        letterLink(offUrl, t.offAct),
      ],
      language,
    ),
  };
}
