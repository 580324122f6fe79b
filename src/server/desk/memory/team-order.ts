import type { HeatSummary } from '../kept-heat.ts';

/** *coldest*: what is remembered least first. *losing*: what fades most in the coming month. *relevant*: what concerns the team most. */
export const memoryOrders = ['coldest', 'losing', 'relevant'] as const;
export type MemoryOrder = (typeof memoryOrders)[number];

/** Teams as they are, by the first of their sites, or by the role that most of them have. */
export const memoryGroupings = ['none', 'site', 'function'] as const;
export type MemoryGrouping = (typeof memoryGroupings)[number];

/** Teams beside each other; `name` is null for those that have no group. */
export type TeamGroup<Team> = { name: string | null; teams: Team[] };

/** How far in front a team stands: the lower, the earlier. Teams of which nothing may be told or is known come last. */
export function rankOf(order: MemoryOrder, summary: HeatSummary | undefined): number {
  if (!summary) return Number.POSITIVE_INFINITY;
  if (order === 'coldest') return summary.held;
  return order === 'losing' ? -summary.losing : -summary.matters;
}

/**
 * Teams in order within their groups, and the groups in the order of their mean; those without a group last. Pure: the same teams in whatever
 * order give the same.
 */
export function arranged<Team extends { id: number }>(
  teams: readonly Team[],
  rank: (team: Team) => number,
  groupOf: (team: Team) => string | null,
): TeamGroup<Team>[] {
  const byRank = teams.toSorted((a, b) => compare(rank(a), rank(b)) || a.id - b.id);
  const groups = [...Map.groupBy(byRank, groupOf)].map(([name, members]) => ({ name, teams: members }));
  const mean = (members: readonly Team[]) => {
    const known = members.map(rank).filter(Number.isFinite);
    return known.length === 0 ? Number.POSITIVE_INFINITY : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const means = new Map(groups.map(({ name, teams: members }) => [name, mean(members)]));
  return groups.sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) ||
      compare(means.get(a.name) ?? 0, means.get(b.name) ?? 0) ||
      compare(a.name ?? '', b.name ?? ''),
  );
}

/** Infinities are equal to each other, which a difference would not say. */
function compare<Value extends number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
