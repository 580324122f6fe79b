import { z } from 'zod';
import { line, slug, subjectLine } from './primitives.ts';
import { choiceId } from './question.ts';

/**
 * A case, lesson or module told in another language. Only what is said is translated; dates, sources, ids and everything the planner
 * reads stay with the first language. Lists stand in the order of the first language and are as long as there.
 */
const text = z.string().trim().min(1, 'write something here');

const side = z.strictObject({ who: line(60), figure: line(24), text });

/** A contested claim, in the order of the original; `hedgeWords` are those by which a translated text carries the hedge. */
const contestedTold = z.strictObject({
  claim: line(200),
  sides: z.array(z.strictObject({ who: line(80), says: text })),
  hedge: line(160),
  hedgeWords: z.array(line(60, 1)).min(1, 'name the words by which a text carries the hedge'),
});

/** Front matter of `cases/<slug>/index.<language>.mdx`. */
export const caseTranslationSchema = z.strictObject({
  /** Fingerprint of what was translated; `npm run check-content` says the present one. */
  of: z.string().regex(/^[0-9a-f]{8}$/, 'eight characters, as npm run check-content says them'),
  title: line(60),
  /** The name of the event, as its own newspapers and the firm itself say it. */
  event: line(60),
  dek: line(280),
  place: line(60),
  colourReason: text,
  impact: z.array(z.strictObject({ figure: line(24), unit: line(90) })),
  timeline: z.array(text),
  contrast: z.strictObject({ left: side, right: side }),
  fading: z.array(line(60)),
  monday: text,
  board: z.strictObject({ cost: text, opportunity: text }),
  lessons: z.array(z.strictObject({ id: slug, here: text })),
  contested: z.array(contestedTold).default([]),
  leverage: z.strictObject({ wielder: line(60), target: line(60), node: line(140) }).optional(),
  confidenceNote: text,
});

const rightChoice = z.strictObject({ id: choiceId.optional(), text: line(120), because: text });
const wrongChoice = z.strictObject({ id: choiceId.optional(), text: line(120), tempts: text, costs: text });

/** `questions.<language>.yaml`: the same ids of questions and choices; choices without ids stand in the same order. */
export const questionTranslationsSchema = z.array(
  z.strictObject({
    id: slug,
    scene: line(420),
    ask: line(140),
    subject: subjectLine(1),
    choices: z.array(z.union([rightChoice, wrongChoice])),
  }),
);

/** `mail.<language>.yaml`. */
export const mailTranslationSchema = z.strictObject({
  subject: subjectLine(1),
  preheader: line(90),
  story: z.array(text).min(3, 'tell it in three to five paragraphs').max(5, 'tell it in three to five paragraphs'),
});

/** `lessons/<id>.<language>.yaml`. Comparisons stand in the order of the first language. */
export const lessonTranslationSchema = z.strictObject({
  rule: line(110),
  why: text,
  /** Actions, in the order of the steps. */
  steps: z.array(text),
  comparisons: z.array(z.strictObject({ shared: z.array(text), differs: text })).default([]),
});

/** `modules/<id>.<language>.yaml`. */
export const moduleTranslationSchema = z.strictObject({ title: line(60), purpose: text });

export type CaseTranslation = {
  frontMatter: z.infer<typeof caseTranslationSchema>;
  body: string;
  questions: z.infer<typeof questionTranslationsSchema>;
  mail: z.infer<typeof mailTranslationSchema>;
  /** Fingerprint of the case as it is now. */
  present: string;
};
export type LessonTranslation = z.infer<typeof lessonTranslationSchema>;
export type ModuleTranslation = z.infer<typeof moduleTranslationSchema>;

/** Everything translated into one language, by id. What is missing is told in the first language. */
export type Translations = {
  cases: ReadonlyMap<string, CaseTranslation>;
  lessons: ReadonlyMap<string, LessonTranslation>;
  modules: ReadonlyMap<string, ModuleTranslation>;
};
