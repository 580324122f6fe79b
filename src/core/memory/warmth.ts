/** Steps of the ember-to-ash scale: 0 is cold ash, 5 glows. */
export type Warmth = 0 | 1 | 2 | 3 | 4 | 5;

/** Lower bounds of warmth 1 to 5. Even steps would show a half-forgotten lesson as warm; these keep ember for "likely". */
const bounds = [0.05, 0.25, 0.5, 0.7, 0.85] as const;

export function warmthOf(chance: number): Warmth {
  const [faint, low, half, warm, hot] = bounds;
  if (chance >= hot) return 5;
  if (chance >= warm) return 4;
  if (chance >= half) return 3;
  if (chance >= low) return 2;
  return chance >= faint ? 1 : 0;
}
