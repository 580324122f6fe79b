import { placeOn, rounded } from './grid.ts';

/**
 * Weeks since a meeting that a chain tells apart: each of the first twelve, then ever fewer, since forgetting slows. In the wider gaps the
 * next point is reached with a chance of one in the gap each week, so time passes right on average.
 */
export const elapsedWeeks: readonly number[] = [
  ...Array.from({ length: 12 }, (_, index) => index + 1),
  ...Array.from({ length: 7 }, (_, index) => 14 + index * 2),
  ...Array.from({ length: 7 }, (_, index) => 30 + index * 4),
  ...Array.from({ length: 9 }, (_, index) => 62 + index * 8),
];

/** From one point of `elapsedWeeks` to where a week later stands, with chances. The last point is kept for ever. */
export function aWeekLater(point: number): [point: number, chance: number][] {
  const here = elapsedWeeks[point];
  const next = elapsedWeeks[point + 1];
  if (here === undefined || next === undefined) return [[point, 1]];
  const moves = 1 / (next - here);
  if (moves >= 1) return [[point + 1, 1]];
  return [
    [point, 1 - moves],
    [point + 1, moves],
  ];
}

/** Where a week later stands what was freshened by this share of the time since (`memory/reading.ts`). */
export function aWeekAfterReading(point: number, share: number): [point: number, chance: number][] {
  const weeks = (1 - share) * (elapsedWeeks[point] ?? 0) + 1;
  return rounded(placeOn(grid, weeks, (value) => value));
}

const grid = Float64Array.from(elapsedWeeks);
