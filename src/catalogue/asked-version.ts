import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import { type AskedThing, findAsked } from './asked.ts';
import type { Catalogue } from './catalogue.ts';
import { roleIds } from './schema/roles.ts';

const toldIn = z.enum(languages);
const role = z.enum(roleIds);

const step = z.object({
  roles: z.array(role),
  name: z.string(),
  action: z.string(),
  authority: z.enum(['individual', 'team']),
  minutes: z.number(),
});

const lesson = z.object({
  id: z.string(),
  rule: z.string(),
  roles: z.array(role),
  steps: z.array(step),
  toldIn,
  comparisonsToldIn: toldIn,
});

const choice = z.union([
  z.object({ id: z.string(), text: z.string(), because: z.string() }),
  z.object({ id: z.string(), text: z.string(), tempts: z.string(), costs: z.string() }),
]);

const question = z.object({
  id: z.string(),
  scene: z.string(),
  ask: z.string(),
  subject: z.string(),
  choices: z.array(choice),
});

const comparison = z.object({ left: z.string(), right: z.string(), shared: z.array(z.string()), differs: z.string() });

const caseInBrief = z.object({
  id: z.string(),
  title: z.string(),
  dek: z.string(),
  place: z.string(),
  event: z.object({ start: z.string() }),
  toldIn,
});

/** What was asked of somebody, with all that its page shows: the library may say something else, or nothing, when it is answered. */
export const askedVersionSchema = z.object({
  /** The library's language that it was taken from. */
  language: toldIn,
  asked: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), question, lesson }),
    z.object({ kind: z.literal('comparison'), comparison, pair: z.array(caseInBrief), lesson }),
    z.object({ kind: z.literal('step'), step, lesson }),
  ]),
  /** The case it was sent with; of a comparison, the one nearer to the team. */
  story: z.object({
    id: z.string(),
    title: z.string(),
    toldIn,
    mail: z.object({ subject: z.string() }),
    monday: step.pick({ action: true, authority: true, minutes: true }),
  }),
});

export type AskedVersion = z.infer<typeof askedVersionSchema>;
export type AskedOf = AskedVersion['asked'];
export type MailedLesson = AskedOf['lesson'];
export type MailedQuestion = Extract<AskedOf, { kind: 'question' }>['question'];
export type MailedComparison = Extract<AskedOf, { kind: 'comparison' }>;
export type MailedCase = MailedComparison['pair'][number];
export type MailedStory = AskedVersion['story'];

/** What the library asks now under the id of a nudge; `null` when it has taken that, or the case, out. Pure. */
export function versionNow(
  catalogue: Catalogue,
  { question_id, case_id }: { question_id: string; case_id: string },
): AskedVersion | null {
  const asked = findAsked(catalogue, question_id);
  const story = catalogue.cases.find(({ id }) => id === case_id);
  if (!asked || !story) return null;
  const version = { language: catalogue.language, asked: withPair(catalogue, asked), story };
  return askedVersionSchema.parse(version);
}

function withPair(catalogue: Catalogue, asked: AskedThing) {
  if (asked.kind !== 'comparison') return asked;
  const { left, right } = asked.comparison;
  return { ...asked, pair: [left, right].flatMap((id) => catalogue.cases.find((entry) => entry.id === id) ?? []) };
}
