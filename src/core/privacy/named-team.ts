/** Smaller teams are not named beside figures in what goes to executives and the board: with three people a figure is somebody's. */
export const smallestNamed = 4;

/**
 * What stands for a team where executives read: its name; null for one of several small ones that are shown together; or nothing at all where even together
 * they are too few. Pure.
 */
export function shownTeams(
  teams: readonly { id: number; name: string; people: number }[],
): ReadonlyMap<number, string | null> {
  const small = teams.filter(({ people }) => people < smallestNamed);
  const together = small.length > 1 && small.reduce((sum, { people }) => sum + people, 0) >= smallestNamed;
  const named = teams.filter(({ people }) => people >= smallestNamed).map(({ id, name }) => [id, name] as const);
  return new Map<number, string | null>([...named, ...(together ? small.map(({ id }) => [id, null] as const) : [])]);
}
