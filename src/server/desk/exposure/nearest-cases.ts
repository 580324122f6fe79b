import type { Catalogue } from '#catalogue/catalogue.ts';
import { likenessOf, pointsOf, type RelevanceReason } from '#core/exposure/relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import type { PlannedTeam } from '#core/planning/planner-types.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';

const mostCases = 5;

/** A case like a team, and what they share, the strongest first. */
export type NearCase = { caseId: string; reasons: readonly RelevanceReason[] };

/** The cases most like a team; those with nothing to name in common are left out. */
export function nearestCases(
  catalogue: Catalogue,
  { exposure, textLikeness }: Pick<PlannedTeam, 'exposure' | 'textLikeness'>,
  weights: RelevanceWeights,
): NearCase[] {
  const cases = new Map(
    plannableLessons(catalogue).flatMap((lesson) => lesson.cases.map((traits) => [traits.id, traits] as const)),
  );
  return [...cases.values()]
    .map((traits) => {
      const { counts, reasons } = likenessOf(traits, exposure, textLikeness.get(traits.id) ?? 0, weights);
      return { caseId: traits.id, reasons, points: pointsOf(counts) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.points - a.points || a.caseId.localeCompare(b.caseId))
    .slice(0, mostCases)
    .map(({ caseId, reasons }) => ({ caseId, reasons }));
}
