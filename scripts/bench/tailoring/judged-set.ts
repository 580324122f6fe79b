import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { alternatives } from '#core/exposure/exposure.ts';

/** An item as its firm would write it: what nobody knows is left out. Shares are per cent. */
const itemSchema = z.strictObject({
  name: z.string(),
  what: z.string(),
  from: z.string().optional(),
  share: z.number().optional(),
  suppliers: z.number().optional(),
  stock_days: z.number().optional(),
  recovery_days: z.number().optional(),
  alternative: z.enum(alternatives).optional(),
  tiers: z.number().optional(),
});

const profileSchema = z.strictObject({
  id: z.string(),
  firm: z.string(),
  sector: z.string(),
  team: z.string(),
  people: z.array(z.strictObject({ role: z.string(), title: z.string() })).min(1),
  sites: z.array(z.string()),
  routes: z.array(z.string()),
  systems: z.array(z.string()),
  items: z.array(itemSchema),
});

const gradesSchema = z.record(
  z.string(),
  z.strictObject({
    3: z.array(z.string()).default([]),
    2: z.array(z.string()).default([]),
    1: z.array(z.string()).default([]),
    cases: z.array(z.string()).length(5),
  }),
);

export type JudgedProfile = z.infer<typeof profileSchema>;

/** One reader's judgement of one person: lessons by grade, those not named 0; and the five cases they would tell first. */
export type Judgement = { gradeOf: (lesson: string) => number; cases: readonly string[] };

/** One person of a profile, with what each reader made of them. */
export type JudgedPerson = { id: string; profile: JudgedProfile; role: string; judgements: readonly Judgement[] };

/** *fit*: weights are fitted to it. *held*: nobody looked at it before they were. */
export type JudgedPart = 'fit' | 'held';

const folder = 'scripts/bench/tailoring';

const readers = ['grades-reader1.yaml', 'grades-reader2.yaml'] as const;

/** The people of one part of the judged set, in the order of their profiles. */
export function readJudged(part: JudgedPart): JudgedPerson[] {
  const profiles = z.array(profileSchema).parse(yamlIn(`${part}-profiles.yaml`));
  const grades = readers.map((file) => gradesSchema.parse(yamlIn(file)));
  return profiles.flatMap((profile) =>
    profile.people.map(({ role }, index) => {
      const id = `${profile.id}/${index + 1}`;
      return { id, profile, role, judgements: grades.map((own) => judgementOf(own[id], id)) };
    }),
  );
}

export const purchaseSchema = z.strictObject({ words: z.string(), kind: z.string() });

/** What firms buy, in their own words, by somebody who had not seen the vocabulary. */
export function readPurchases(): z.infer<typeof purchaseSchema>[] {
  return z.array(purchaseSchema).parse(yamlIn('purchases.yaml'));
}

function yamlIn(name: string): unknown {
  return parse(readFileSync(join(folder, name), 'utf8'));
}

function judgementOf(grades: z.infer<typeof gradesSchema>[string] | undefined, id: string): Judgement {
  if (!grades) throw new RangeError(`A reader left out ${id}.`);
  const ofLesson = new Map(([3, 2, 1] as const).flatMap((grade) => grades[grade].map((lesson) => [lesson, grade])));
  return { gradeOf: (lesson) => ofLesson.get(lesson) ?? 0, cases: grades.cases };
}

/** The mean of the readers' grades, 0 to 3. */
export function gradeOf({ judgements }: JudgedPerson, lesson: string): number {
  return judgements.reduce((sum, judgement) => sum + judgement.gradeOf(lesson), 0) / judgements.length;
}
