import type { Catalogue } from '#catalogue/catalogue.ts';
import { type RelevantTeam, relevantCases } from '#core/exposure/lesson-relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { profileInWords, profileLikenessIn } from '#search/profile-likeness.ts';
import { rank } from '#search/rank.ts';
import type { SearchIndex } from '#search/search-index.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { seededRandom } from '../../demo/seeded-random.ts';
import type { JudgedPerson } from './judged-set.ts';
import { exposureReader } from './profile-exposure.ts';

/** The lessons for one person, best first, each with its cases, best first. */
export type Ranking = readonly { lesson: string; score: number; cases: readonly string[] }[];

export type Ranker = (person: JudgedPerson) => Ranking;

type Scored = { id: string; score: number };

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.id.localeCompare(b.id);
}

/** Lessons by their best case, from a score of every case. */
function rankingBy(lessons: readonly PlannableLesson[], scoreOf: (lesson: PlannableLesson, caseId: string) => number) {
  return lessons
    .map((lesson) => {
      const cases = lesson.cases.map(({ id }) => ({ id, score: scoreOf(lesson, id) })).sort(byScore);
      return { id: lesson.id, score: cases[0]?.score ?? 0, cases: cases.map(({ id }) => id) };
    })
    .sort(byScore)
    .map(({ id, score, cases }) => ({ lesson: id, score, cases }));
}

export type TeamReader = (person: JudgedPerson) => RelevantTeam;

/** Reads each profile once, as an import and the planner would. */
export function teamReader(catalogue: Catalogue): TeamReader {
  const exposureOf = exposureReader(catalogue);
  const likenessTo = profileLikenessIn(catalogue);
  const known = new Map<string, RelevantTeam>();
  return ({ profile }) => {
    const before = known.get(profile.id);
    if (before) return before;
    const exposure = exposureOf(profile);
    const textLikeness = likenessTo(profileInWords(exposure, catalogue));
    const team = { exposure, textLikeness, joinedYears: [], signals: [] };
    known.set(profile.id, team);
    return team;
  };
}

/** What the product would rank: relevance alone, without urgency, stakes or memory. */
export function productRanker(
  lessons: readonly PlannableLesson[],
  teamOf: TeamReader,
  weights: RelevanceWeights,
): Ranker {
  return (person) => {
    const team = teamOf(person);
    return lessons
      .map((lesson) => {
        const cases = relevantCases(lesson, team, person.role, () => 0, weights);
        return { id: lesson.id, score: cases[0]?.score ?? 0, cases: cases.map(({ caseId }) => caseId) };
      })
      .sort(byScore)
      .map(({ id, score, cases }) => ({ lesson: id, score, cases }));
  };
}

/** Plain BM25 of the profile, as its firm wrote it, against the texts of the cases. */
export function textRanker(catalogue: Catalogue): Ranker {
  const lessons = plannableLessons(catalogue);
  const likenessTo = profileLikenessIn(catalogue);
  return ({ profile, role }) => {
    const likeness = likenessTo(plainWords(profile, role));
    return rankingBy(lessons, (_, caseId) => likeness.get(caseId) ?? 0);
  };
}

/** The product's own search, asked with the profile. */
export function searchRanker(catalogue: Catalogue, index: SearchIndex): Ranker {
  const lessons = plannableLessons(catalogue);
  return ({ profile, role }) => {
    const scores = new Map(rank(index, `${plainWords(profile, role)} `).cases.map(({ id, score }) => [id, score]));
    return rankingBy(lessons, (_, caseId) => scores.get(caseId) ?? 0);
  };
}

/** Lessons by how many cases teach them. */
export function popularityRanker(catalogue: Catalogue): Ranker {
  const lessons = plannableLessons(catalogue);
  const ranking = rankingBy(lessons, (lesson) => lesson.cases.length);
  return () => ranking;
}

export function randomRanker(catalogue: Catalogue, seed: number): Ranker {
  const lessons = plannableLessons(catalogue);
  const random = seededRandom(seed);
  return () => {
    const scores = new Map(lessons.map(({ id }) => [id, random()]));
    return rankingBy(lessons, (lesson) => scores.get(lesson.id) ?? 0);
  };
}

function plainWords({ firm, sector, team, sites, routes, systems, items }: JudgedPerson['profile'], role: string) {
  const bought = items.map(({ name, what }) => `${name} (${what})`);
  return [firm, sector, team, role, ...sites, ...routes, ...systems, ...bought].join('. ');
}
