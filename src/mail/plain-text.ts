import type { CatalogueCase, CatalogueQuestion } from '../catalogue/catalogue.ts';
import { choiceLetter } from '../catalogue/question.ts';
import { formatsIn } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import { fillLines, lettersWide } from '../i18n/text-width.ts';
import { wordsIn } from '../i18n/words.ts';

const width = 72;

/** As many Latin letters wide as 36 full-width ones, which fill 72 columns. */
const widthInLetters = 65;

/** Breaks a paragraph at 72 columns; a link is never broken. Japanese, which has no blanks, breaks between phrases. */
export function wrap(text: string): string {
  if (lettersWide(text) > text.length) return fillLines(text, widthInLetters).join('\n');
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...lines, current].join('\n');
}

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
      `${choiceLetter(index).toUpperCase()}. ${wrap(choice.text)}\n   %%answerUrl%%?choice=${choiceLetter(index)}`,
  );
  return [wrap(question.scene), wrap(question.ask), ...choices, wordsIn(language).mail.link];
}

function footer(language: Language): string[] {
  const { teamToday, foot } = wordsIn(language).mail;
  const { pair } = formatsIn(language);
  // A blank before the address, or mail programs take the colon of Japanese into the link.
  const linked = (label: string, address: string) => `${pair(label, '').trimEnd()} ${address}`;
  return [
    `${pair(teamToday, '%%teamLine%%')}\n%%teamBar%%`,
    linked(foot.readCase, '%%caseUrl%%'),
    linked(foot.preferences('%%pace%%'), '%%preferencesUrl%%'),
    linked(foot.unsubscribe, '%%unsubscribeUrl%%'),
  ];
}

/** The text part of a case mail: the same words and links in the same order as the HTML. */
export function caseText(
  story: CatalogueCase,
  question: CatalogueQuestion,
  dateline: string,
  language: Language,
): string {
  const { monday } = wordsIn(language).mail;
  const paragraphs = [
    ...head(story.mail.subject, dateline, language),
    ...story.mail.story.map(wrap),
    '* * *',
    ...decision(question, language),
    wrap(`${monday}${formatsIn(language).gap}${story.monday.action}`),
    '* * *',
    ...footer(language),
  ];
  return paragraphs.join('\n\n');
}

export function recallText(question: CatalogueQuestion, dateline: string, language: Language): string {
  const paragraphs = [
    ...head(question.subject, dateline, language),
    ...decision(question, language),
    '* * *',
    ...footer(language),
  ];
  return paragraphs.join('\n\n');
}
