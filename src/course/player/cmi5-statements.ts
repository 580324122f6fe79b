import { letterOf, nameOf } from '../choice-letter.ts';
import { type Launch, type LaunchData, recordOf } from './cmi5-lrs.ts';
import type { GivenAnswer } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import { duration, timestampXapi } from './times.ts';

export type Statement = { id: string; verb: { id: string } } & Record<string, unknown>;

/** The verbs that cmi5 itself defines and the pages say. */
export const definedVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;

export type DefinedVerb = (typeof definedVerbs)[number];

type Circumstances = { launch: Launch; data: LaunchData; at: Date };

const categories = 'https://w3id.org/xapi/cmi5/context/categories';
const masteryScore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** A statement of cmi5's own. `tookMs` is since the start. Only passed and failed have a score; the mark they were held to stands beside it. */
export function definedStatement(
  verb: DefinedVerb,
  tookMs: number,
  outcome: Outcome | null,
  circumstances: Circumstances,
): Statement {
  const { launch, data } = circumstances;
  const isJudged = verb === 'passed' || verb === 'failed';
  const marked = isJudged && data.masteryScore !== null ? { [masteryScore]: data.masteryScore } : {};
  const movesOn = isJudged || verb === 'completed';
  return {
    ...frame(verb, circumstances),
    object: { objectType: 'Activity', id: launch.activityId },
    ...(verb !== 'initialized' && {
      result: {
        ...(verb === 'completed' && { completion: true }),
        ...(isJudged && outcome && { success: verb === 'passed', score: scoreOf(outcome) }),
        duration: duration(tookMs),
      },
    }),
    context: contextFrom(circumstances, [`${categories}/cmi5`, ...(movesOn ? [`${categories}/moveon`] : [])], marked),
  };
}

/** One answer: a statement that cmi5 allows and does not judge. */
export function answeredStatement(given: GivenAnswer, iri: string, circumstances: Circumstances): Statement {
  const { question, choice, isRight, took } = given;
  return {
    ...frame('answered', circumstances),
    object: {
      objectType: 'Activity',
      id: `${iri}#${question.id}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'choice',
        description: { und: question.ask },
        correctResponsesPattern: [nameOf(question.choices, question.right)],
        choices: question.choices.map((id, index) => ({ id, description: { und: letterOf(index).toUpperCase() } })),
      },
    },
    result: { response: nameOf(question.choices, choice), success: isRight, duration: duration(took) },
    context: contextFrom(circumstances, [], {}),
  };
}

function frame(verb: DefinedVerb | 'answered', { launch, at }: Circumstances) {
  return {
    id: randomId(),
    actor: launch.actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    timestamp: timestampXapi(at),
  };
}

function scoreOf({ score, right, all }: Outcome) {
  return { scaled: Math.round(score * 10_000) / 10_000, raw: right, min: 0, max: all };
}

/** The platform's template with what is ours added; nothing of it is overwritten. */
function contextFrom(
  { launch, data }: Circumstances,
  category: readonly string[],
  extensions: Record<string, unknown>,
): Record<string, unknown> {
  const template = data.contextTemplate;
  const activities = recordOf(template['contextActivities']);
  const listed = (name: string) => {
    const entries = activities[name];
    return Array.isArray(entries) ? entries : entries === undefined ? [] : [entries];
  };
  const categoryList = [...listed('category'), ...category.map((id) => ({ id }))];
  const parents = category.length > 0 ? listed('parent') : [...listed('parent'), { id: launch.activityId }];
  return {
    ...template,
    registration: launch.registration,
    contextActivities: {
      ...activities,
      ...(categoryList.length > 0 && { category: categoryList }),
      ...(parents.length > 0 && { parent: parents }),
    },
    extensions: { ...extensions, ...recordOf(template['extensions']) },
  };
}

/** A random UUID. `crypto.randomUUID` is not there on pages without TLS, which platforms inside a house are now and then. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
