import { existsSync, readFileSync } from 'node:fs';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { inputNamer } from '#search/name-inputs.ts';
import { isCasesFile } from '#search/search-file.ts';
import { SearchIndex } from '#search/search-index.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { commonCases, weightedKappa } from './agreement.ts';
import { fitWeights } from './fit-weights.ts';
import { gradeOf, type JudgedPerson, readJudged, readPurchases } from './judged-set.ts';
import { type Measures, measure, ndcgOf } from './measures.ts';
import {
  popularityRanker,
  productRanker,
  type Ranker,
  randomRanker,
  searchRanker,
  type TeamReader,
  teamReader,
  textRanker,
} from './rankings.ts';

/** The goals, set before the figures were known. */
const goals = { ndcg: 0.82, aboveText: 0.12, cases: 0.65, farFetched: 0.05, expressible: 0.95 } as const;

const searchFile = 'dist/client/search/en.json';

const randomSeeds = [1, 2, 3, 4, 5] as const;

/** How well lessons and cases are chosen for people, against two readers' grades, beside plainer ways; and how much of what firms buy can be said. */
export async function tailoring(): Promise<string[]> {
  const catalogue = readContent('content');
  const lessons = plannableLessons(catalogue);
  const teamOf = teamReader(catalogue);
  const [fit, held] = [readJudged('fit'), readJudged('held')];
  const usual = productRanker(lessons, teamOf, usualWeights);
  const text = measure(held, textRanker(catalogue));
  const product = measure(held, usual);
  return [
    ...agreementLines('fitted to', fit, lessons),
    ...agreementLines('held back', held, lessons),
    'held back: NDCG@5 of lessons; first five cases that a reader names, and that either does; first five lessons graded 1 or less',
    line('product', product),
    line('BM25 of the profile', text),
    ...searchLines(catalogue, held),
    line('most cases first', measure(held, popularityRanker(catalogue))),
    line('random', meanOf(randomSeeds.map((seed) => measure(held, randomRanker(catalogue, seed))))),
    'fitted to, one team left out at a time (weights and reach fitted without it; conditions and role grades were not)',
    line('product', leaveOneTeamOut(fit, lessons, teamOf)),
    line('BM25 of the profile', measure(fit, textRanker(catalogue))),
    goal('NDCG@5', product.ndcg, goals.ndcg),
    goal('NDCG@5 above BM25', product.ndcg - text.ndcg, goals.aboveText),
    goal('first five cases', product.cases, goals.cases),
    goal('graded 1 or less', product.farFetched, goals.farFetched, 'at most'),
    ...purchaseLines(catalogue),
  ];
}

const two = (value: number) => value.toFixed(2);

function line(name: string, { ndcg, cases, casesByEither, farFetched }: Measures): string {
  return `  ${name.padEnd(22)} ${two(ndcg)}   ${two(cases)} ${two(casesByEither)}   ${two(farFetched)}`;
}

function goal(what: string, value: number, target: number, side: 'at least' | 'at most' = 'at least'): string {
  const met = side === 'at least' ? value >= target : value <= target;
  return `goal: ${what} ${side} ${target}: ${value.toFixed(3)}, ${met ? 'met' : 'missed'}`;
}

function agreementLines(part: string, people: readonly JudgedPerson[], lessons: readonly PlannableLesson[]): string[] {
  const ids = lessons.map(({ id }) => id);
  const teams = new Set(people.map(({ profile }) => profile.id)).size;
  const sectors = new Set(people.map(({ profile }) => profile.sector)).size;
  const mean = people.map(ndcgOfSecondReader).reduce((sum, value) => sum + value, 0) / people.length;
  return [
    `${part}: ${people.length} people of ${teams} teams in ${sectors} sectors; two readers: weighted kappa ${two(weightedKappa(people, ids))}, NDCG@5 of one by the other ${two(mean)}, common among five cases ${two(commonCases(people))}`,
  ];
  function ndcgOfSecondReader({ judgements: [one, other] }: JudgedPerson): number {
    if (!one || !other) return 0;
    const ranking = ids.toSorted((a, b) => other.gradeOf(b) - other.gradeOf(a) || a.localeCompare(b));
    return ndcgOf(
      ranking.map((lesson) => ({ lesson, score: 0, cases: [] })),
      one.gradeOf,
    );
  }
}

function searchLines(catalogue: Catalogue, people: readonly JudgedPerson[]): string[] {
  if (!existsSync(searchFile)) return ['  search: build the site first'];
  const file: unknown = JSON.parse(readFileSync(searchFile, 'utf8'));
  if (!isCasesFile(file)) return ['  search: the built search is of another version; build the site again'];
  return [line('search', measure(people, searchRanker(catalogue, new SearchIndex(file))))];
}

function meanOf(all: readonly Measures[]): Measures {
  const mean = (of: (measures: Measures) => number) => all.reduce((sum, entry) => sum + of(entry), 0) / all.length;
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    cases: mean(({ cases }) => cases),
    casesByEither: mean(({ casesByEither }) => casesByEither),
    farFetched: mean(({ farFetched }) => farFetched),
  };
}

function leaveOneTeamOut(
  people: readonly JudgedPerson[],
  lessons: readonly PlannableLesson[],
  teamOf: TeamReader,
): Measures {
  const teams = [...new Set(people.map(({ profile }) => profile.id))];
  const all = teams.flatMap((team) => {
    const others = people.filter(({ profile }) => profile.id !== team);
    const own = people.filter(({ profile }) => profile.id === team);
    const reached = withReachOf(others, lessons);
    const ranker: Ranker = productRanker(reached, teamOf, fitWeights(reached, teamOf, others, usualWeights));
    return own.map((person) => measure([person], ranker));
  });
  return meanOf(all);
}

/** People the prior of a lesson's reach counts for: the mean of all lessons. */
const priorPeople = 6;

/** Lessons with the reach that these readers' grades give them. */
function withReachOf(people: readonly JudgedPerson[], lessons: readonly PlannableLesson[]): PlannableLesson[] {
  const sums = lessons.map(({ id }) => people.reduce((sum, person) => sum + gradeOf(person, id), 0));
  const prior = sums.reduce((sum, value) => sum + value, 0) / (people.length * lessons.length);
  return lessons.map((lesson, index) => ({
    ...lesson,
    reach: ((sums[index] ?? 0) + priorPeople * prior) / (people.length + priorPeople),
  }));
}

/** Of a list of purchases by somebody who had not seen the vocabulary: how many get a word of it, or at least a family. */
function purchaseLines({ vocabulary }: Catalogue): string[] {
  const namer = inputNamer(vocabulary);
  const purchases = readPurchases();
  const named = purchases.map(({ words, kind }) => {
    const [byWords, byKind] = [namer(words), namer(kind)];
    return { input: byWords.input ?? byKind.input, family: byWords.family ?? byKind.family };
  });
  const share = (count: number) => count / purchases.length;
  const byWord = share(named.filter(({ input }) => input !== null).length);
  const byFamily = share(named.filter(({ family }) => family !== null).length);
  return [
    `purchases: of ${purchases.length}, ${two(byWord)} are found as an input, ${two(byFamily)} at least as a family; any can be written in free words`,
    goal('purchases expressible', byFamily, goals.expressible),
  ];
}
