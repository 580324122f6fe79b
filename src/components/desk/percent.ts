/** A chance or share, 0 to 1, as "62 %"; the space does not break. What is not certain is never shown as certain. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<\u00a01\u00a0%';
  if (share < 1 && share >= 0.995) return '>\u00a099\u00a0%';
  return `${wholePercent(share)}\u00a0%`;
}

/** The bare figure of a percentage, for the ends of a band. */
export function wholePercent(share: number): string {
  return String(Math.round(share * 100));
}
