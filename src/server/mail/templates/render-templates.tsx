import { render } from '@react-email/render';
import { comparisonId, type LessonComparison, stepId } from '#catalogue/asked.ts';
import {
  type Catalogue,
  type CatalogueCase,
  type CatalogueQuestion,
  findCase,
  type Lesson,
  type Library,
} from '#catalogue/catalogue.ts';
import { formatsIn } from '#i18n/format.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { type MailTemplate, type MailTemplates, templateKey } from '../mail-template.ts';
import { caseText, compareText, recallText, stepText } from '../plain-text.ts';
import { applySubject, compareSubject, didYouSubject } from '../subjects.ts';
import { CompareMail } from './CompareMail.tsx';
import { CaseMail, RecallMail } from './QuestionMail.tsx';
import { ApplyMail, DidYouMail } from './StepMail.tsx';

/** Every mail that can be sent, drawn once per kind and thing asked, in each language in which all of it is told. */
export async function renderTemplates(library: Library): Promise<MailTemplates> {
  const templates: MailTemplates = {};
  for (const language of languages) {
    const catalogue = library[language];
    for (const story of catalogue.cases.filter(({ toldIn }) => toldIn === language)) {
      for (const question of story.questions) {
        templates[templateKey(question.id, 'case', language)] = await drawCase(story, question, language);
        templates[templateKey(question.id, 'recall', language)] = await drawRecall(question, language);
      }
    }
    for (const lesson of catalogue.lessons.filter(({ toldIn }) => toldIn === language)) {
      templates[templateKey(stepId(lesson.id), 'apply', language)] = await drawApply(catalogue, lesson);
      templates[templateKey(stepId(lesson.id), 'did-you', language)] = await drawDidYou(catalogue, lesson);
      for (const comparison of lesson.comparisons.filter((entry) => isTold(catalogue, lesson, entry))) {
        const id = comparisonId(lesson.id, comparison);
        templates[templateKey(id, 'compare', language)] = await drawCompare(catalogue, lesson, comparison);
      }
    }
  }
  return templates;
}

/** Both cases, and what is said of them on the page that the mail opens. */
function isTold(catalogue: Catalogue, lesson: Lesson, { left, right }: LessonComparison): boolean {
  const told = [lesson.comparisonsToldIn, findCase(catalogue, left).toldIn, findCase(catalogue, right).toldIn];
  return told.every((language) => language === catalogue.language);
}

async function drawCase(story: CatalogueCase, question: CatalogueQuestion, language: Language): Promise<MailTemplate> {
  const { mail } = wordsIn(language);
  const { date, gap } = formatsIn(language);
  const dateline = [mail.dateline(story.place, date(story.event.start)), mail.minutes(story.mail.minutes)].join(gap);
  return {
    subject: story.mail.subject,
    html: await render(<CaseMail story={story} question={question} dateline={dateline} language={language} />),
    text: caseText(story, question, dateline, language),
  };
}

async function drawRecall(question: CatalogueQuestion, language: Language): Promise<MailTemplate> {
  const dateline = wordsIn(language).mail.recall;
  return {
    subject: question.subject,
    html: await render(<RecallMail question={question} dateline={dateline} language={language} />),
    text: recallText(question, dateline, language),
  };
}

async function drawCompare(catalogue: Catalogue, lesson: Lesson, comparison: LessonComparison): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = compareSubject(catalogue, lesson, comparison);
  const pair = [findCase(catalogue, comparison.left), findCase(catalogue, comparison.right)] as const;
  return {
    subject,
    html: await render(<CompareMail subject={subject} pair={pair} language={language} />),
    text: compareText(pair, language),
  };
}

async function drawApply(catalogue: Catalogue, lesson: Lesson): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = applySubject(catalogue, lesson);
  return {
    subject,
    html: await render(<ApplyMail subject={subject} lesson={lesson} language={language} />),
    text: stepText('apply', lesson, language),
  };
}

async function drawDidYou(catalogue: Catalogue, lesson: Lesson): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = didYouSubject(catalogue, lesson);
  return {
    subject,
    html: await render(<DidYouMail subject={subject} lesson={lesson} language={language} />),
    text: stepText('did-you', lesson, language),
  };
}
