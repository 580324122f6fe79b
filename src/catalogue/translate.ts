import type { OtherLanguage } from '#i18n/languages.ts';
import type { Catalogue, CatalogueCase, CatalogueQuestion, Lesson, Module } from './catalogue.ts';
import type { Contested } from './schema/contested.ts';
import type { GlossaryTerm } from './schema/glossary.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { OfficialList } from './schema/official-list.ts';
import type { Starter } from './schema/starter.ts';
import type { CaseTranslation, LessonTranslation, ModuleTranslation, Translations } from './schema/translation.ts';
import type { Term, Vocabulary } from './schema/vocabulary.ts';
import { vocabularyNames } from './schema/vocabulary.ts';
import { openingOf } from './story-body.ts';
import { toldChoice } from './told-choice.ts';

/** The catalogue as told in another language; what is not translated stays as it was, and says so in `toldIn`. Pure. */
export function translateCatalogue(
  catalogue: Catalogue,
  language: OtherLanguage,
  translations: Translations,
): Catalogue {
  const vocabulary = translateVocabulary(catalogue.vocabulary, language);
  return {
    ...catalogue,
    language,
    cases: catalogue.cases.map((entry) => applied(entry, translations.cases.get(entry.id), language, translateCase)),
    lessons: catalogue.lessons.map((entry) =>
      applied(entry, translations.lessons.get(entry.id), language, translateLesson),
    ),
    modules: catalogue.modules.map((entry) =>
      applied(entry, translations.modules.get(entry.id), language, translateModule),
    ),
    vocabulary,
    starters: catalogue.starters.map((starter) => translateStarter(starter, vocabulary)),
    glossary: catalogue.glossary.map((term) => translateGlossaryTerm(term, language)),
    jurisdictions: catalogue.jurisdictions.map((entry) => translateJurisdiction(entry, language)),
    lists: {
      'strategic-sectors': translateList(catalogue.lists['strategic-sectors'], language),
      'critical-materials': translateList(catalogue.lists['critical-materials'], language),
    },
  };
}

function applied<Entry, Told>(
  entry: Entry,
  told: Told | undefined,
  language: OtherLanguage,
  translate: (entry: Entry, told: Told, language: OtherLanguage) => Entry,
): Entry {
  return told === undefined ? entry : { ...translate(entry, told, language), toldIn: language };
}

function translateCase(entry: CatalogueCase, told: CaseTranslation, language: OtherLanguage): CatalogueCase {
  const head = told.frontMatter;
  return {
    ...entry,
    behind: head.of !== told.present,
    title: head.title,
    event: { ...entry.event, name: head.event },
    dek: head.dek,
    place: head.place,
    colourReason: head.colourReason,
    impact: entry.impact.map((figure, index) => ({ ...figure, ...head.impact[index] })),
    timeline: entry.timeline.map((event, index) => ({ ...event, text: head.timeline[index] ?? event.text })),
    contrast: {
      left: { ...entry.contrast.left, ...head.contrast.left },
      right: { ...entry.contrast.right, ...head.contrast.right },
    },
    fading: {
      ...entry.fading,
      moments: entry.fading.moments.map((moment, index) => ({ ...moment, label: head.fading[index] ?? moment.label })),
    },
    monday: { ...entry.monday, action: head.monday },
    board: { ...entry.board, ...head.board },
    ...(entry.leverage && { leverage: { ...entry.leverage, ...head.leverage } }),
    contestedToldIn: head.contested.length === entry.contested.length ? language : entry.contestedToldIn,
    contested: entry.contested.map((claim, index) => ({ ...claim, ...toldClaim(claim, head.contested[index]) })),
    lessons: entry.lessons.map((taught) => head.lessons.find((other) => other.id === taught.id) ?? taught),
    confidenceNote: head.confidenceNote,
    opening: openingOf(told.body),
    mail: { ...entry.mail, ...told.mail },
    questions: entry.questions.map((question) => translateQuestion(question, told)),
  };
}

type ToldClaim = CaseTranslation['frontMatter']['contested'][number];

function toldClaim({ sides }: Contested, told: ToldClaim | undefined): Partial<Contested> {
  if (!told) return {};
  return { ...told, sides: sides.map((side, index) => ({ ...side, ...told.sides[index] })) };
}

function translateQuestion(question: CatalogueQuestion, told: CaseTranslation): CatalogueQuestion {
  const other = told.questions.find(({ id }) => `${question.caseId}/${id}` === question.id);
  if (!other) return question;
  const choices = question.choices.map((choice, at) => {
    const same = toldChoice(other.choices, choice.id, at);
    return same ? { ...same, id: choice.id } : choice;
  });
  return { ...question, ...other, id: question.id, choices };
}

function translateLesson(lesson: Lesson, told: LessonTranslation, language: OtherLanguage): Lesson {
  return {
    ...lesson,
    rule: told.rule,
    why: told.why,
    steps: lesson.steps.map((step, index) => ({ ...step, action: told.steps[index] ?? step.action })),
    comparisons: lesson.comparisons.map((comparison, index) => ({ ...comparison, ...told.comparisons[index] })),
    comparisonsToldIn: told.comparisons.length === lesson.comparisons.length ? language : lesson.comparisonsToldIn,
  };
}

function translateModule(module: Module, told: ModuleTranslation): Module {
  return { ...module, ...told };
}

function translateVocabulary(vocabulary: Vocabulary, language: OtherLanguage): Vocabulary {
  const lists = vocabularyNames.map((name) => [name, vocabulary[name].map((term) => translateTerm(term, language))]);
  return Object.fromEntries(lists);
}

function translateTerm(term: Term, language: OtherLanguage): Term {
  const told = term.in?.[language];
  return told ? { ...term, ...told, synonyms: [...(told.synonyms ?? []), ...term.synonyms, term.label] } : term;
}

/** What firms call things is written down in the first language alone; in another an item has the word for its input. */
function translateStarter(starter: Starter, { inputs }: Vocabulary): Starter {
  const labels = new Map(inputs.map(({ id, label }) => [id, label]));
  return { ...starter, items: starter.items.map((item) => ({ ...item, name: labels.get(item.input) ?? item.name })) };
}

function translateGlossaryTerm(term: GlossaryTerm, language: OtherLanguage): GlossaryTerm {
  return { ...term, ...term.in?.[language] };
}

function translateJurisdiction(entry: Jurisdiction, language: OtherLanguage): Jurisdiction {
  const told = entry.in?.[language];
  if (!told) return entry;
  const absent = entry.absent && { ...entry.absent, text: told.absent ?? entry.absent.text };
  return { ...entry, label: told.label, about: told.about, ...(absent && { absent }) };
}

function translateList(list: OfficialList, language: OtherLanguage): OfficialList {
  return {
    ...list,
    ...list.in?.[language],
    entries: list.entries.map((entry) => ({ ...entry, label: entry.in?.[language] ?? entry.label })),
  };
}
