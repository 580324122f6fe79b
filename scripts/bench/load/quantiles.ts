/** The value below which this share (0 to 1) of them lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A figure beside its goal, both in the same unit, and whether it is met. */
export function besideGoal(figure: number, goal: number, unit: string, digits = 0): string {
  return `${figure.toFixed(digits)} ${unit} (goal under ${goal} ${unit}: ${figure < goal ? 'met' : 'missed'})`;
}
