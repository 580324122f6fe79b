import type { Estimate } from '#core/evidence/evidence-report.ts';

/** Two-sided 97.5 % points of Student's t for 1 to 30 degrees of freedom. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Mean of one value per seed with its 95 % confidence interval. */
export function estimateOf(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean: round(mean), low: round(mean), high: round(mean) };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  const half = (studentT[Math.min(values.length - 2, studentT.length - 1)] ?? 1.96) * error;
  return { mean: round(mean), low: round(mean - half), high: round(mean + half) };
}

/** Figures are published with five digits after the point: more is noise, and would differ by machine. */
export function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
