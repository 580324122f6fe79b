import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Languages in which concerns are typed. */
export const typedLanguages = ['en', 'ja', 'de', 'es', 'zh'] as const;

/** What somebody might type, in which role, and the cases any of which would be a right answer. */
const concernsSchema = z.array(
  z.strictObject({
    concern: z.string().min(1),
    role: z.string(),
    /** In which language it is typed. */
    language: z.enum(typedLanguages).default('en'),
    expect: z.array(z.string()).min(1),
  }),
);

export type Concern = z.infer<typeof concernsSchema>[number];

/** `rank` counts from 1, and is 0 where no right case came among the first ten. */
export type Asked = Concern & { rank: number; came: string[] };

export type HitRates = { asked: Asked[]; hitAt1: number; hitAt3: number; meanReciprocalRank: number };

export function readConcerns(file: string): Concern[] {
  return concernsSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** Concerns whose right answers are not written yet cannot be asked. */
function answerable(concerns: readonly Concern[], cases: readonly string[]): Concern[] {
  return concerns.filter(({ expect }) => expect.some((id) => cases.includes(id)));
}

const deepest = 10;

/** Asks every concern. Mean reciprocal rank: Voorhees, The TREC-8 Question Answering Track Report, 1999. */
export function hitRates(
  concerns: readonly Concern[],
  cases: readonly string[],
  find: (query: string) => readonly string[],
): HitRates {
  const asked = answerable(concerns, cases).map((concern): Asked => {
    const came = find(concern.concern).slice(0, deepest);
    return { ...concern, came, rank: came.findIndex((id) => concern.expect.includes(id)) + 1 };
  });
  const share = (good: (one: Asked) => number) => asked.reduce((sum, one) => sum + good(one), 0) / asked.length;
  return {
    asked,
    hitAt1: share(({ rank }) => (rank === 1 ? 1 : 0)),
    hitAt3: share(({ rank }) => (rank >= 1 && rank <= 3 ? 1 : 0)),
    meanReciprocalRank: share(({ rank }) => (rank > 0 ? 1 / rank : 0)),
  };
}
