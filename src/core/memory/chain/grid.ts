/** Where a value lies between two neighbouring points of a grid: the lower point, and how far towards the upper (0 to 1). */
export type Place = { low: number; towardsHigh: number };

/** `count` points from `least` to `most` with equal ratios. */
export function ratioGrid(least: number, most: number, count: number): Float64Array {
  const ratio = Math.log(most / least) / (count - 1);
  return Float64Array.from({ length: count }, (_, index) => least * Math.exp(ratio * index));
}

/** Values off the grid are held at its ends. `scale` says in which measure the way between two points is halved. */
export function placeOn(grid: Float64Array, value: number, scale: (value: number) => number): Place {
  const last = grid.length - 1;
  if (value <= (grid[0] ?? 0)) return { low: 0, towardsHigh: 0 };
  if (value >= (grid[last] ?? 0)) return { low: last, towardsHigh: 0 };
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  const [from, to] = [scale(grid[low] ?? 0), scale(grid[high] ?? 0)];
  return { low, towardsHigh: (scale(value) - from) / (to - from) };
}

/** The two points of a place with their chances, when a value is rounded to one of them at random so that it is kept on average. */
export function rounded(place: Place): [index: number, chance: number][] {
  if (place.towardsHigh <= 0) return [[place.low, 1]];
  if (place.towardsHigh >= 1) return [[place.low + 1, 1]];
  return [
    [place.low, 1 - place.towardsHigh],
    [place.low + 1, place.towardsHigh],
  ];
}
