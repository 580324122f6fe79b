import { render } from '@react-email/render';
import type { Catalogue, CatalogueCase, CatalogueQuestion } from '../../catalogue/catalogue.ts';
import { caseText, recallText } from '../plain-text.ts';
import { type Stencil, type Stencils, stencilKey } from '../stencil.ts';
import { CaseMail, RecallMail } from './NudgeMail.tsx';

const language = 'en';

/** Every mail that can be sent, drawn once per question and kind. */
export async function drawStencils(catalogue: Catalogue, dateOf: (partialDate: string) => string): Promise<Stencils> {
  const stencils: Stencils = {};
  for (const story of catalogue.cases) {
    const dateline = `${story.place}, ${dateOf(story.event.start)}. ${minutesText(story.mail.minutes)}`;
    for (const question of story.questions) {
      stencils[stencilKey(question.id, 'case', language)] = await drawCase(story, question, dateline);
      stencils[stencilKey(question.id, 'recall', language)] = await drawRecall(question);
    }
  }
  return stencils;
}

function minutesText(minutes: number): string {
  return minutes === 1 ? 'One minute.' : `${['', 'One', 'Two', 'Three'][minutes] ?? minutes} minutes.`;
}

async function drawCase(story: CatalogueCase, question: CatalogueQuestion, dateline: string): Promise<Stencil> {
  return {
    subject: story.mail.subject,
    html: await render(<CaseMail story={story} question={question} dateline={dateline} language={language} />),
    text: caseText(story, question, dateline),
  };
}

async function drawRecall(question: CatalogueQuestion): Promise<Stencil> {
  const { subject } = question;
  const dateline = 'A lesson you met before, in another place. One minute.';
  return {
    subject,
    html: await render(<RecallMail question={question} dateline={dateline} language={language} subject={subject} />),
    text: recallText(question, subject, dateline),
  };
}
