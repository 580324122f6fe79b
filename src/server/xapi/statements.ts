import { addressesIn } from '#catalogue/addresses.ts';
import { findAsked } from '#catalogue/asked.ts';
import type { Library } from '#catalogue/catalogue.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import { type Language, languages, languageTraits } from '#i18n/languages.ts';
import { statementId } from './statement-id.ts';

/** What statements are told about, in which words, and from which site. */
export type Telling = { library: Library; siteUrl: string };

/** Who did it: under a name that says nothing, and in the language they read. */
export type Learner = { name: string; language: Language };

/** `key` tells the event from all others; `at` is epoch milliseconds. */
type Event = { key: string; at: number; learner: Learner; lessonId: string };

export type Statement = Readonly<Record<string, unknown>> & { id: string };

const verbs = 'http://adlnet.gov/expapi/verbs';

/** Somebody read a case on a lesson. */
export function metStatement(telling: Telling, event: Event): Statement {
  return { ...frame(telling, event, `${verbs}/experienced`, 'experienced'), object: lessonIn(telling, event.lessonId) };
}

/** Somebody answered a question on a lesson: which choice, and whether it was right. */
export function answeredStatement(
  telling: Telling,
  event: Event,
  { questionId, choice, right }: { questionId: string; choice: string; right: boolean },
): Statement {
  return {
    ...frame(telling, event, `${verbs}/answered`, 'answered'),
    object: questionIn(telling, event.lessonId, questionId),
    result: { success: right, response: choice },
    context: { ...contextOf(event), contextActivities: { parent: [lessonIn(telling, event.lessonId)] } },
  };
}

/** Somebody was right `days` after they had met the lesson last. */
export function recalledStatement(telling: Telling, event: Event, days: number): Statement {
  const { siteUrl } = telling;
  return {
    ...frame(telling, event, `${siteUrl}/xapi/verbs/recalled`, 'recalled'),
    object: lessonIn(telling, event.lessonId),
    result: { success: true, extensions: { [`${siteUrl}/xapi/extensions/days-since-met`]: days } },
  };
}

/** Somebody answered the last lesson of a module that they were assigned. */
export function completedStatement(telling: Telling, event: Omit<Event, 'lessonId'>, moduleId: string): Statement {
  return {
    ...frame(telling, event, `${verbs}/completed`, 'completed'),
    object: {
      objectType: 'Activity',
      id: `${telling.siteUrl}${addressesIn('en').module(moduleId)}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/course',
        name: inEach(telling, (catalogue) => catalogue.modules.find(({ id }) => id === moduleId)?.title),
      },
    },
    result: { completion: true },
  };
}

function frame(telling: Telling, event: Omit<Event, 'lessonId'>, verb: string, display: string) {
  const { learner, at, key } = event;
  return {
    id: statementId(`${display} ${key}`),
    actor: { objectType: 'Agent', account: { homePage: telling.siteUrl, name: learner.name } },
    verb: { id: verb, display: { en: display } },
    // With a fraction always: some readers take no time without one.
    timestamp: new Date(at).toISOString(),
    context: contextOf(event),
  };
}

function contextOf({ learner }: Omit<Event, 'lessonId'>) {
  return { platform: 'Nodomoto', language: languageTraits[learner.language].locale };
}

function lessonIn(telling: Telling, lessonId: string) {
  return {
    objectType: 'Activity',
    id: `${telling.siteUrl}${addressesIn('en').lesson(lessonId)}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/lesson',
      name: inEach(telling, (catalogue) => catalogue.lessons.find(({ id }) => id === lessonId)?.rule),
    },
  };
}

/** A question that left the library is told by its address alone. */
function questionIn(telling: Telling, lessonId: string, questionId: string) {
  const id = `${telling.siteUrl}${addressesIn('en').question({ id: questionId, lesson: lessonId })}`;
  const asked = findAsked(telling.library.en, questionId);
  if (asked?.kind !== 'question') return { objectType: 'Activity', id };
  const { choices } = asked.question;
  return {
    objectType: 'Activity',
    id,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      description: { en: asked.question.ask },
      // An answer is told by the name of its choice: so is what it is held against.
      correctResponsesPattern: choices.flatMap((choice) => (isRight(choice) ? choice.id : [])),
      choices: choices.map(({ id: choice, text }, index) => ({
        id: choice,
        description: { en: `${choiceLetter(index).toUpperCase()}. ${text}` },
      })),
    },
  };
}

/** A text in each language that has it. */
function inEach({ library }: Telling, read: (catalogue: Library[Language]) => string | undefined) {
  const told = languages.map((language) => [language, read(library[language])] as const);
  return Object.fromEntries(told.filter(([, text]) => text !== undefined));
}
