import type { CatalogueCase, CatalogueQuestion } from '../catalogue/catalogue.ts';
import { choiceLetter } from '../catalogue/question.ts';

const width = 72;

/** Breaks a paragraph at 72 characters; a link is never broken. */
export function wrap(text: string): string {
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

function decision(question: CatalogueQuestion): string[] {
  const choices = question.choices.map(
    (choice, index) =>
      `${choiceLetter(index).toUpperCase()}. ${wrap(choice.text)}\n   %%answerUrl%%?choice=${choiceLetter(index)}`,
  );
  return [
    wrap(question.scene),
    wrap(question.ask),
    ...choices,
    'A link opens a page. Nothing counts until you confirm there.',
  ];
}

const footer = [
  'Your team today: %%teamLine%%\n%%teamBar%%',
  'Read the whole case: %%caseUrl%%',
  'Ask me later, not relevant to me, pause, pace (%%pace%%): %%preferencesUrl%%',
  'Unsubscribe: %%unsubscribeUrl%%',
];

/** The text part of a case mail: the same words and links in the same order as the HTML. */
export function caseText(story: CatalogueCase, question: CatalogueQuestion, dateline: string): string {
  const paragraphs = [
    'Nodomoto for %%addressee%%',
    story.mail.subject.toUpperCase(),
    `${dateline}\nWhy you: %%why%%`,
    ...story.mail.story.map(wrap),
    '* * *',
    ...decision(question),
    wrap(`One thing for Monday. ${story.monday.action}`),
    '* * *',
    ...footer,
  ];
  return paragraphs.join('\n\n');
}

export function recallText(question: CatalogueQuestion, subject: string, dateline: string): string {
  const paragraphs = [
    'Nodomoto for %%addressee%%',
    subject.toUpperCase(),
    `${dateline}\nWhy you: %%why%%`,
    ...decision(question),
    '* * *',
    ...footer,
  ];
  return paragraphs.join('\n\n');
}
