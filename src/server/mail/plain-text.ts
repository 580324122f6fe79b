import { addressesIn } from '#catalogue/addresses.ts';
import type { LessonStep } from '#catalogue/asked.ts';
import type { CatalogueCase, CatalogueQuestion, Lesson } from '#catalogue/catalogue.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import { choiceLetter } from '#catalogue/schema/question.ts';
import type { StepKind } from '#core/planning/step-answers.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { answerLink } from './answer-link.ts';
import { privacyUrl } from './privacy-url.ts';
import { shortDek } from './short-dek.ts';
import { stepChoices } from './step-choices.ts';
import { wrap } from './wrap.ts';

function head(subject: string, dateline: string, language: Language): string[] {
  const { mail } = wordsIn(language);
  return [
    `Nodomoto ${mail.for('%%addressee%%')}`,
    subject.toUpperCase(),
    `${dateline}\n${mail.whyYou}${formatsIn(language).gap}%%why%%`,
  ];
}

function decision(question: CatalogueQuestion, language: Language): string[] {
  const choices = question.choices.map(
    (choice, index) =>
      `${choiceLetter(index).toUpperCase()}. ${wrap(choice.text).replaceAll('\n', '\n   ')} →\n${answerLink(choiceLetter(index))}`,
  );
  return [wrap(question.scene), wrap(question.ask), ...choices, wordsIn(language).mail.confirm];
}

/** The address on a line of its own, or mail programs break it or take a full stop into the link. */
function linked(label: string, address: string): string {
  return `${label}\n${address}`;
}

/** Every link of the HTML, in its order. `own` are those of this kind of mail. */
function footer(language: Language, ...own: string[]): string[] {
  const { teamToday, foot } = wordsIn(language).mail;
  const preferences = (label: string, place: string) => linked(label, `%%preferencesUrl%%#${place}`);
  return [
    `${formatsIn(language).pair(teamToday, '%%teamLine%%')}\n%%teamBar%%`,
    [
      ...own,
      preferences(foot.later, 'later'),
      preferences(foot.notRelevant, 'not-relevant'),
      preferences(foot.pause, 'pause'),
      preferences(foot.pace('%%pace%%'), 'pace'),
      linked(foot.unsubscribe, '%%unsubscribeUrl%%'),
    ].join('\n'),
    '%%kept%%',
    [linked(foot.ownPage, '%%ownPageUrl%%'), linked(foot.privacy, privacyUrl(language))].join('\n'),
  ];
}

function caseLink(language: Language): string {
  return linked(wordsIn(language).mail.foot.readCase, '%%caseUrl%%');
}

/** What the text part of a case mail is made of. `turn` stands between the story and its question. */
type CaseParts = {
  story: CatalogueCase;
  question: CatalogueQuestion;
  dateline: string;
  turn: string;
  language: Language;
};

/** The text part of a case mail: the same words and links in the same order as the HTML. */
export function caseText({ story, question, dateline, turn, language }: CaseParts): string {
  const paragraphs = [
    ...head(story.mail.subject, dateline, language),
    ...story.mail.story.map(wrap),
    '* * *',
    turn,
    ...decision(question, language),
    `${wordsIn(language).mail.monday}${formatsIn(language).gap}%%monday%%`,
    '* * *',
    ...footer(language, caseLink(language)),
  ];
  return paragraphs.join('\n\n');
}

export function recallText(question: CatalogueQuestion, dateline: string, language: Language): string {
  const paragraphs = [
    ...head(question.subject, dateline, language),
    ...decision(question, language),
    '* * *',
    ...footer(language, caseLink(language)),
  ];
  return paragraphs.join('\n\n');
}

/** Two cases in brief, the question what they share, and one link. */
export function compareText(pair: readonly CatalogueCase[], language: Language): string {
  const { compare, confirm } = wordsIn(language).mail;
  const brief = (story: CatalogueCase) =>
    [
      eventName(story),
      story.title,
      wrap(shortDek(story.dek, language)),
      `%%siteUrl%%${addressesIn(language).case(story.id)}`,
    ].join('\n');
  const paragraphs = [
    ...head(compare.heading, compare.lead, language),
    ...pair.map(brief),
    '* * *',
    compare.ask,
    wrap(compare.think),
    linked(compare.open, '%%answerUrl%%'),
    confirm,
    '* * *',
    ...footer(language),
  ];
  return paragraphs.join('\n\n');
}

/** A lesson's step, to be taken or to be told of. */
export function stepText(kind: StepKind, lesson: Pick<Lesson, 'rule'>, own: LessonStep, language: Language): string {
  const { mail, authority } = wordsIn(language);
  const { minutes, sentence, gap, pair } = formatsIn(language);
  const { lead, step, ask } = mail[kind];
  const effort = [minutes(own.minutes), authority[own.authority]].map(sentence).join(gap);
  const heading = kind === 'apply' ? lesson.rule : mail['did-you'].heading;
  const choices = stepChoices(kind, language).map(({ text, href }) => `${text} →\n${href}`);
  const paragraphs = [
    ...head(wrap(heading), lead, language),
    wrap(pair(step, own.action)),
    ...(kind === 'apply' ? [effort] : []),
    ask,
    ...choices,
    mail.confirm,
    '* * *',
    ...(kind === 'did-you' ? [wrap(pair(mail['did-you'].rule, lesson.rule))] : []),
    ...footer(language, linked(mail.foot.readBehind, '%%caseUrl%%')),
  ];
  return paragraphs.join('\n\n');
}
