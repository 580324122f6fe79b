/** The teams a trainer sees and may change: every team of the house, or those of their own, by id. */
export type TeamScope = 'house' | ReadonlySet<number>;

export function sees(scope: TeamScope, teamId: number): boolean {
  return scope === 'house' || scope.has(teamId);
}

/** What of some rows a trainer sees. */
export function seenOf<T>(scope: TeamScope, rows: readonly T[], teamIdOf: (row: T) => number): T[] {
  return rows.filter((row) => sees(scope, teamIdOf(row)));
}

/** The ids of a scope that is not the whole house. */
export function idsOf(scope: TeamScope): ReadonlySet<number> {
  return scope === 'house' ? new Set() : scope;
}
