import { render } from '@react-email/render';
import type { CatalogueCase, CatalogueQuestion, Library } from '../../catalogue/catalogue.ts';
import { formatsIn } from '../../i18n/format.ts';
import { type Language, languages } from '../../i18n/languages.ts';
import { wordsIn } from '../../i18n/words.ts';
import { caseText, recallText } from '../plain-text.ts';
import { type Stencil, type Stencils, stencilKey } from '../stencil.ts';
import { CaseMail, RecallMail } from './NudgeMail.tsx';

/** Every mail that can be sent, drawn once per question and kind, in each language its case is told in. */
export async function drawStencils(library: Library): Promise<Stencils> {
  const stencils: Stencils = {};
  for (const language of languages) {
    for (const story of library[language].cases.filter((entry) => entry.toldIn === language)) {
      for (const question of story.questions) {
        stencils[stencilKey(question.id, 'case', language)] = await drawCase(story, question, language);
        stencils[stencilKey(question.id, 'recall', language)] = await drawRecall(question, language);
      }
    }
  }
  return stencils;
}

async function drawCase(story: CatalogueCase, question: CatalogueQuestion, language: Language): Promise<Stencil> {
  const { mail } = wordsIn(language);
  const { date, gap } = formatsIn(language);
  const dateline = [mail.dateline(story.place, date(story.event.start)), mail.minutes(story.mail.minutes)].join(gap);
  return {
    subject: story.mail.subject,
    html: await render(<CaseMail story={story} question={question} dateline={dateline} language={language} />),
    text: caseText(story, question, dateline, language),
  };
}

async function drawRecall(question: CatalogueQuestion, language: Language): Promise<Stencil> {
  const dateline = wordsIn(language).mail.recall;
  return {
    subject: question.subject,
    html: await render(<RecallMail question={question} dateline={dateline} language={language} />),
    text: recallText(question, dateline, language),
  };
}
