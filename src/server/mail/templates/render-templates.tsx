import { render } from '@react-email/render';
import type { ReactElement } from 'react';
import { comparisonId, type LessonComparison, type LessonStep, stepIds } from '#catalogue/asked.ts';
import {
  type Catalogue,
  type CatalogueCase,
  type CatalogueQuestion,
  findCase,
  type Lesson,
  type Library,
} from '#catalogue/catalogue.ts';
import { isElsewhereIn } from '#catalogue/queries/is-elsewhere.ts';
import type { KindAsking } from '#core/planning/nudge-kinds.ts';
import { formatsIn } from '#i18n/format.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { passageInWords } from '#i18n/passage-in-words.ts';
import { wordsIn } from '#i18n/words.ts';
import { type MailTemplate, templateKey } from '../mail-template.ts';
import { caseText, compareText, recallText, stepText } from '../plain-text.ts';
import { applySubject, compareSubject, didYouSubject } from '../subjects.ts';
import { CompareMail } from './CompareMail.tsx';
import { CaseMail, RecallMail } from './QuestionMail.tsx';
import { ApplyMail, DidYouMail } from './StepMail.tsx';

/** A question with its case, and what is said over it where its case is told first. */
type AskedOfCase = { story: CatalogueCase; question: CatalogueQuestion; turn: string; language: Language };

type QuestionDrawing = (asked: AskedOfCase) => Promise<MailTemplate>;
type StepDrawing = (catalogue: Catalogue, lesson: Lesson, step: LessonStep) => Promise<MailTemplate>;
type ComparisonDrawing = (catalogue: Catalogue, lesson: Lesson, comparison: LessonComparison) => Promise<MailTemplate>;

/** Who draws each kind. A kind without its drawing does not compile. */
const ofQuestion: Record<KindAsking<'question'>, QuestionDrawing> = { case: drawCase, recall: drawRecall };
const ofStep: Record<KindAsking<'step'>, StepDrawing> = { apply: drawApply, 'did-you': drawDidYou };
const ofComparison: Record<KindAsking<'comparison'>, ComparisonDrawing> = { compare: drawCompare };

type Drawn = readonly [key: string, template: MailTemplate];

/** Every mail that can be sent, drawn once per kind and thing asked, in each language in which all of it is told. */
export async function* renderTemplates(library: Library): AsyncGenerator<Drawn> {
  for (const language of languages) {
    const catalogue = library[language];
    const keyed = async (askedId: string, kind: string, drawn: Promise<MailTemplate>): Promise<Drawn> => [
      templateKey(askedId, kind, language),
      await drawn,
    ];
    const { turn } = wordsIn(language).mail;
    for (const story of catalogue.cases.filter(({ toldIn }) => toldIn === language))
      for (const question of story.questions) {
        const said = isElsewhereIn(library, question.id) ? turn.elsewhere : turn.own;
        for (const [kind, draw] of Object.entries(ofQuestion))
          yield await keyed(question.id, kind, draw({ story, question, turn: said, language }));
      }
    for (const lesson of catalogue.lessons.filter(({ toldIn }) => toldIn === language)) {
      for (const step of lesson.steps)
        for (const [kind, draw] of Object.entries(ofStep))
          for (const id of stepIds(lesson, step)) yield await keyed(id, kind, draw(catalogue, lesson, step));
      for (const comparison of lesson.comparisons.filter((entry) => isTold(catalogue, lesson, entry)))
        for (const [kind, draw] of Object.entries(ofComparison))
          yield await keyed(comparisonId(lesson.id, comparison), kind, draw(catalogue, lesson, comparison));
    }
  }
}

/** HTML without the notes that React leaves to itself, which every reader would be sent. */
async function drawPage(mail: ReactElement): Promise<string> {
  return (await render(mail)).replace(/<!--[^>]*-->/g, '').replace(/^<!DOCTYPE[^>]*>/, '<!doctype html>');
}

/** Both cases, and what is said of them on the page that the mail opens. */
function isTold(catalogue: Catalogue, lesson: Lesson, { left, right }: LessonComparison): boolean {
  const told = [lesson.comparisonsToldIn, findCase(catalogue, left).toldIn, findCase(catalogue, right).toldIn];
  return told.every((language) => language === catalogue.language);
}

async function drawCase({ story, question, turn, language }: AskedOfCase): Promise<MailTemplate> {
  const { mail } = wordsIn(language);
  const { date, gap } = formatsIn(language);
  const dateline = [
    story.event.name ? mail.event(story.event.name) : mail.dateline(story.place, date(story.event.start)),
    mail.minutes(story.mail.minutes),
    ...passageLine(story, language),
  ].join(gap);
  const parts = { story, question, dateline, turn, language };
  return { subject: story.mail.subject, html: await drawPage(<CaseMail {...parts} />), text: caseText(parts) };
}

/** Whose case it is, where another organisation wrote it. */
function passageLine({ passage }: CatalogueCase, language: Language): string[] {
  return passage ? [passageInWords(passage, language)] : [];
}

async function drawRecall({ story, question, language }: AskedOfCase): Promise<MailTemplate> {
  const dateline = [wordsIn(language).mail.recall, ...passageLine(story, language)].join(formatsIn(language).gap);
  return {
    subject: question.subject,
    html: await drawPage(<RecallMail question={question} dateline={dateline} language={language} />),
    text: recallText(question, dateline, language),
  };
}

async function drawCompare(catalogue: Catalogue, lesson: Lesson, comparison: LessonComparison): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = compareSubject(catalogue, lesson, comparison);
  const pair = [findCase(catalogue, comparison.left), findCase(catalogue, comparison.right)] as const;
  return {
    subject,
    html: await drawPage(<CompareMail subject={subject} pair={pair} language={language} />),
    text: compareText(pair, language),
  };
}

async function drawApply(catalogue: Catalogue, lesson: Lesson, step: LessonStep): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = applySubject(catalogue, lesson, step);
  return {
    subject,
    html: await drawPage(<ApplyMail subject={subject} lesson={lesson} step={step} language={language} />),
    text: stepText('apply', lesson, step, language),
  };
}

async function drawDidYou(catalogue: Catalogue, lesson: Lesson, step: LessonStep): Promise<MailTemplate> {
  const { language } = catalogue;
  const subject = didYouSubject(catalogue, lesson, step);
  return {
    subject,
    html: await drawPage(<DidYouMail subject={subject} lesson={lesson} step={step} language={language} />),
    text: stepText('did-you', lesson, step, language),
  };
}
