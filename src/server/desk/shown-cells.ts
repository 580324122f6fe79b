import { warmthOf } from '#core/memory/warmth.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { inSteps } from '#core/privacy/in-steps.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import { type FiguresHeld, figuresHeld, mayCompareWith } from '#core/privacy/smallest-team.ts';
import { type HeatCell, type HeatRow, monthDays, quarterDays } from './heatmap.ts';

/** What the house lets its trainers see. */
export type DeskRules = { showByName: ShowByName; smallestTeam: number };

/** What of a cell is shown. Chances are in steps of ten where no result is shown by name, for one answer would move a finer one. */
export type ShownCell = Pick<
  HeatCell,
  'lessonId' | 'rule' | 'chance' | 'warmth' | 'singleKeeper' | 'met' | 'people' | 'thin' | 'relevant' | 'relevance'
> & {
  /** `null` where so few leave by then that the difference would be what they know. */
  inAMonth: number | null;
  inAQuarter: number | null;
  /** `null` where chances are in steps. */
  exact: Pick<HeatCell, 'low' | 'high' | 'answers'> | null;
};

/** A team's row. Without cells, `held` says why. */
export type ShownRow = { teamId: number; teamName: string; held: FiguresHeld | null; cells: ShownCell[] };

/** A team as far as it decides whether its figures may be shown. */
export type SizedTeam = {
  id: number;
  workTime: { zone: string };
  people: readonly { leavesOn: string | null }[];
};

/** What trainers may see of rows of the heatmap; `teams` are those of the rows. Pure. */
export function shownRows(
  rows: readonly HeatRow[],
  teams: readonly SizedTeam[],
  rules: DeskRules,
  now: number,
): ShownRow[] {
  const byId = new Map(teams.map((team) => [team.id, team]));
  return rows.flatMap((row) => {
    const team = byId.get(row.teamId);
    return team ? [shownRow(row, team, rules, now)] : [];
  });
}

/** Why no figure about a team may be shown now, or `null`. */
export function heldBack(
  { people, workTime }: SizedTeam,
  { smallestTeam }: DeskRules,
  now: number,
): FiguresHeld | null {
  return figuresHeld(people, localDate(now, workTime.zone).toString(), smallestTeam);
}

/** Whether figures of now and of so many days later may stand side by side. */
export function mayCompare({ people, workTime }: SizedTeam, days: number, now: number): boolean {
  const on = localDate(now, workTime.zone);
  return mayCompareWith(people, on.toString(), on.add({ days }).toString());
}

function shownRow({ teamId, teamName, cells }: HeatRow, team: SizedTeam, rules: DeskRules, now: number): ShownRow {
  const held = heldBack(team, rules, now);
  if (held) return { teamId, teamName, held, cells: [] };
  if (rules.showByName === 'results') return { teamId, teamName, held, cells: cells.map(exactCell) };
  const may = { month: mayCompare(team, monthDays, now), quarter: mayCompare(team, quarterDays, now) };
  return { teamId, teamName, held, cells: cells.map((cell) => coarseCell(cell, may)) };
}

function exactCell({ low, high, answers, inAMonth, inAQuarter, ...cell }: HeatCell): ShownCell {
  return { ...common(cell), inAMonth, inAQuarter, exact: { low, high, answers } };
}

function coarseCell(cell: HeatCell, may: { month: boolean; quarter: boolean }): ShownCell {
  const chance = inSteps(cell.chance);
  return {
    ...common(cell),
    chance,
    warmth: warmthOf(chance),
    singleKeeper: inSteps(cell.singleKeeper),
    inAMonth: may.month ? inSteps(cell.inAMonth) : null,
    inAQuarter: may.quarter ? inSteps(cell.inAQuarter) : null,
    exact: null,
  };
}

/** What is told otherwise by the setting. */
type Told = 'inAMonth' | 'inAQuarter' | 'exact';

function common({
  lessonId,
  rule,
  chance,
  warmth,
  singleKeeper,
  met,
  people,
  thin,
  relevant,
  relevance,
}: Omit<ShownCell, Told>): Omit<ShownCell, Told> {
  return { lessonId, rule, chance, warmth, singleKeeper, met, people, thin, relevant, relevance };
}
