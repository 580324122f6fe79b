import { gradeOf, type JudgedPerson } from './judged-set.ts';
import type { Ranker, Ranking } from './rankings.ts';

const depth = 5;

/** Gain 2^grade - 1, discounted by the logarithm of the place (Järvelin & Kekäläinen 2002; Burges et al. 2005). */
const gain = (grade: number) => 2 ** grade - 1;

function discounted(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0);
}

/** NDCG@5 of a ranking of all lessons against grades. */
export function ndcgOf(ranking: Ranking, grade: (lesson: string) => number): number {
  const grades = ranking.map(({ lesson }) => grade(lesson));
  const best = discounted(grades.toSorted((a, b) => b - a));
  return best === 0 ? 1 : discounted(grades) / best;
}

/** The first five different cases a reader would be told, lesson after lesson, each by its nearest case not told yet. */
export function firstCases(ranking: Ranking): string[] {
  const told: string[] = [];
  for (const { cases } of ranking) {
    const next = cases.find((id) => !told.includes(id));
    if (next !== undefined && told.length < depth) told.push(next);
  }
  return told;
}

export type Measures = {
  ndcg: number;
  /** Share of the first five cases that a reader also names, mean of the readers. */
  cases: number;
  /** The same, named by either reader. */
  casesByEither: number;
  /** Share of the first five lessons whose mean grade is 1 or less. */
  farFetched: number;
};

export function measure(people: readonly JudgedPerson[], ranker: Ranker): Measures {
  const all = people.map((person) => measuresOf(person, ranker(person)));
  const mean = (of: (measures: Measures) => number) => all.reduce((sum, entry) => sum + of(entry), 0) / all.length;
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    cases: mean(({ cases }) => cases),
    casesByEither: mean(({ casesByEither }) => casesByEither),
    farFetched: mean(({ farFetched }) => farFetched),
  };
}

function measuresOf(person: JudgedPerson, ranking: Ranking): Measures {
  const told = firstCases(ranking);
  const shares = person.judgements.map(({ cases }) => told.filter((id) => cases.includes(id)).length / depth);
  const named = new Set(person.judgements.flatMap(({ cases }) => cases));
  const grades = ranking.slice(0, depth).map(({ lesson }) => gradeOf(person, lesson));
  return {
    ndcg: ndcgOf(ranking, (lesson) => gradeOf(person, lesson)),
    cases: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    casesByEither: told.filter((id) => named.has(id)).length / depth,
    farFetched: grades.filter((grade) => grade <= 1).length / depth,
  };
}
