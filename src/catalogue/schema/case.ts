import { z } from 'zod';
import { policyColourIds } from '#core/exposure/policy-colours.ts';
import { brokenRule } from '../check/form-rule.ts';
import type { SectionRole } from '../story-sections.ts';
import { contestedSchema, usesContested } from './contested.ts';
import { leverageSchema } from './leverage.ts';
import { citations, country, line, partialDate, slug, validUntil } from './primitives.ts';
import { roleIds } from './roles.ts';

/** A figure shown large, as in "14,000 / cars a day not built". */
const impactFigure = z.strictObject({
  figure: line(24),
  unit: line(90),
  sources: citations,
  contested: usesContested,
  validUntil,
});

const timelineEvent = z.strictObject({
  on: partialDate,
  text: line(220),
  sources: citations,
  contested: usesContested,
  validUntil,
});

/** One side of "who did what": two actors met the same hour and chose differently. */
const contrastSide = z.strictObject({
  who: line(60),
  figure: line(24),
  text: line(320, 40),
  sources: citations,
  contested: usesContested,
  validUntil,
});

/** A moment on the drawing of how a lesson cooled: `spark` lights it again, `mark` is only written beside it. */
const fadingMoment = z.strictObject({
  on: partialDate,
  label: line(60),
  kind: z.enum(['spark', 'mark'], 'choose spark or mark'),
  sources: citations,
  contested: usesContested,
});

/**
 * Why this case teaches the lesson, in one sentence; shown on the lesson and the comparison. `shownBy` is the evidence for it: one sentence of
 * the page, word for word, in which the lesson is seen at work.
 */
const taughtLesson = z.strictObject({ id: slug, here: line(240, 30), shownBy: line(420, 20).optional() });

/** Headings of the case's own, by what the section is for; those left out are the usual ones. */
const ownHeadings = z.strictObject({
  happened: line(48, 4).optional(),
  same: line(48, 4).optional(),
  unseen: line(48, 4).optional(),
  did: line(48, 4).optional(),
  forgotten: line(48, 4).optional(),
} satisfies Record<SectionRole, z.ZodType>);

/** What stands for an opportunity that was looked for in vain: protection is shown as cost beside what it opens, and never as cost alone. */
export const noneFound = 'none found';

const shortestOpportunity = 30;

/** What protects stands beside what it opens, for a board. */
const boardSchema = z
  .strictObject({ cost: line(320, 30), opportunity: line(320).default(''), sources: z.array(slug).default([]) })
  .superRefine(({ opportunity }, context) => {
    if (opportunity === noneFound || opportunity.length >= shortestOpportunity) return;
    context.addIssue(
      brokenRule(
        ['opportunity'],
        `a measure that costs something says what it opens, in at least ${shortestOpportunity} characters, or "${noneFound}"`,
        { code: 'no-opportunity', facts: null },
      ),
    );
  });

export const caseSchema = z
  .strictObject({
    title: line(60),
    dek: line(280, 60),
    place: line(60),
    location: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    countries: z.array(country).min(1, 'name at least one country'),
    /** Those of them where the weak point lay: where it was made, mined or shipped from, not where it was missed. */
    supply: z.array(country).min(1, 'name at least one country where the weak point lay'),
    event: z.strictObject({
      /** What happened, to whom and when, for somebody who knows no title: it stands above each. A house's own case may lack it. */
      name: line(60).optional(),
      start: partialDate,
      end: partialDate.optional(),
    }),
    kind: z.enum(
      ['disruption', 'near-miss', 'safeguard-worked', 'coercion', 'leakage'],
      'choose disruption, near-miss, safeguard-worked, coercion or leakage',
    ),
    hazards: z.array(slug).min(1, 'name at least one hazard'),
    sectors: z.array(slug).min(1, 'name at least one sector'),
    inputs: z.array(slug).min(1, 'name at least one input'),
    dependencies: z.array(slug).min(1, 'name at least one kind of dependency'),
    routes: z.array(slug).default([]),
    systems: z.array(slug).default([]),
    leverage: leverageSchema.optional(),
    contested: z.array(contestedSchema).default([]),
    roles: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
    colours: z.array(z.enum(policyColourIds)).max(2, 'at most two policy colours'),
    colourReason: line(260, 30),
    pillar: z.enum(['autonomy', 'indispensability', 'both', 'neither']),
    impact: z.array(impactFigure).min(3, 'give three to four figures').max(4, 'give three to four figures'),
    timeline: z.array(timelineEvent).min(4, 'give at least four dated events'),
    contrast: z.strictObject({ left: contrastSide, right: contrastSide }),
    fading: z.strictObject({
      record: z.enum(['forgotten', 'partly-kept', 'kept', 'no-record-found']),
      moments: z.array(fadingMoment).min(2, 'give at least two dated moments'),
    }),
    monday: z.strictObject({
      action: line(320, 40),
      authority: z.enum(['individual', 'team'], 'a Monday step is within an individual or a team authority'),
      minutes: z.number().int().min(5).max(240),
      roles: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
    }),
    board: boardSchema,
    decision: slug.describe('id of the question that stands in the middle of the story'),
    headings: ownHeadings.optional(),
    lessons: z.array(taughtLesson).min(1, 'a case teaches at least one lesson'),
    confidence: z.enum(['high', 'medium', 'low']),
    confidenceNote: line(280, 30),
    reviewedOn: partialDate.optional(),
  })
  .superRefine((story, context) => {
    const end = story.event.end;
    if (end && end < story.event.start) {
      const rule = { code: 'ends-before', facts: null } as const;
      context.addIssue(brokenRule(['event', 'end'], 'the end lies before the start', rule));
    }
    const elsewhere = story.supply.find((code) => !story.countries.includes(code));
    if (elsewhere) {
      const rule = { code: 'not-among-countries', facts: { said: elsewhere } } as const;
      context.addIssue(brokenRule(['supply'], `${elsewhere} is not among the countries`, rule));
    }
    if (story.hazards.includes('state-coercion') && !story.leverage) {
      context.addIssue(
        brokenRule(
          ['leverage'],
          'a case of state coercion says who could squeeze whom: mechanism, instruments, wielder, target, node, sources',
          { code: 'no-lever', facts: null },
        ),
      );
    }
  });

export type CaseFrontMatter = z.infer<typeof caseSchema>;
