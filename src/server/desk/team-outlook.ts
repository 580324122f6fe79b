import type { Catalogue } from '#catalogue/catalogue.ts';
import { type CaseTraits, likenessOf, pointsOf } from '#core/exposure/relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { recallAt } from '#core/planning/need.ts';
import type { PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import type { ShownCell } from './shown-cells.ts';

/** A lesson that hangs on one person, and who that most likely is; `null` where that is not shown. */
export type SingleKeeper = { cell: ShownCell; keeper: string | null };

/** Who of a team was in post when a case happened. */
export type Witnessed = {
  caseId: string;
  year: string;
  witnesses: string[];
  /** Members whose year is known. */
  known: number;
  /** The same once everybody whose last day is known has left; null when no witness leaves. */
  afterLeaving: { witnesses: number; known: number } | null;
};

/** What a trainer should look at first. Lists are worst first and short. */
export type TeamOutlook = {
  fading: ShownCell[];
  singleKeepers: SingleKeeper[];
  witnessed: Witnessed[];
  leaving: { name: string; on: string }[];
};

const longestList = 5;
const mostCases = 3;

/** Less than this in a quarter is not fading but the model's own noise. */
export const leastDrop = 0.05;

/** Below this chance a lesson does not hang on one person: enough others recall it, or nobody does. */
const leastRisk = 0.2;

/** What of a team's memory is about to be lost. `cells` are what is shown of the team's row of the heatmap of the same instant. Pure. */
export function teamOutlook(
  catalogue: Catalogue,
  team: PlannedTeam,
  cells: readonly ShownCell[],
  now: number,
  weights: RelevanceWeights,
): TeamOutlook {
  const people = new TeamSituation(team, localDate(now, team.workTime.zone).toString(), weights).peopleInPost();
  const relevant = cells.filter((cell) => cell.relevant);
  const cases = new Map(
    plannableLessons(catalogue).flatMap((lesson) => lesson.cases.map((traits) => [traits.id, traits] as const)),
  );
  return {
    fading: worst(
      relevant.filter((cell) => dropOf(cell) >= leastDrop),
      dropOf,
    ),
    singleKeepers: worst(
      relevant.filter((cell) => cell.singleKeeper >= leastRisk),
      (cell) => cell.singleKeeper,
    ).map((cell) => ({
      cell,
      keeper: cell.exact ? likeliestKeeper(team, people, cell.lessonId, now) : null,
    })),
    witnessed: nearestCases(team, [...cases.values()], weights).map((traits) => witnessesOf(traits, people)),
    leaving: people
      .flatMap(({ name, leavesOn }) => (leavesOn ? [{ name, on: leavesOn }] : []))
      .sort((a, b) => a.on.localeCompare(b.on)),
  };
}

/** No drop is known where now and later may not be compared. */
function dropOf({ chance, inAQuarter }: ShownCell): number {
  return inAQuarter === null ? 0 : chance - inAQuarter;
}

function worst(cells: readonly ShownCell[], badness: (cell: ShownCell) => number): ShownCell[] {
  return [...cells].sort((a, b) => badness(b) - badness(a)).slice(0, longestList);
}

function likeliestKeeper(
  { model }: PlannedTeam,
  people: readonly PlannedPerson[],
  lessonId: string,
  now: number,
): string {
  const chances = people.map((person) => ({ name: person.name, chance: recallAt(model, person, lessonId, now) }));
  return chances.sort((a, b) => b.chance - a.chance)[0]?.name ?? '';
}

/** The cases most like the team. Cases unlike it are left out. */
function nearestCases(
  { exposure, textLikeness }: PlannedTeam,
  cases: readonly CaseTraits[],
  weights: RelevanceWeights,
): CaseTraits[] {
  return cases
    .map((traits) => {
      const { counts } = likenessOf(traits, exposure, textLikeness.get(traits.id) ?? 0, weights);
      return { traits, likeness: pointsOf(counts) / weights.fullMatch };
    })
    .filter(({ likeness }) => likeness >= weights.least)
    .sort((a, b) => b.likeness - a.likeness || a.traits.id.localeCompare(b.traits.id))
    .slice(0, mostCases)
    .map(({ traits }) => traits);
}

function witnessesOf({ id, startedOn }: CaseTraits, people: readonly PlannedPerson[]): Witnessed {
  const year = startedOn.slice(0, 4);
  const known = people.filter((person) => person.joinedYear !== null);
  const witnesses = known.filter((person) => (person.joinedYear ?? 0) <= Number(year));
  const staying = (some: readonly PlannedPerson[]) => some.filter((person) => person.leavesOn === null).length;
  const oneLeaves = staying(witnesses) < witnesses.length;
  return {
    caseId: id,
    year,
    witnesses: witnesses.map((person) => person.name),
    known: known.length,
    afterLeaving: oneLeaves ? { witnesses: staying(witnesses), known: staying(known) } : null,
  };
}
