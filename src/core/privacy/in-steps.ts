/** A chance in steps of a tenth, from a tenth to nine: one answer moves it seldom, and neither end says the same of everybody. */
export function inSteps(chance: number): number {
  return Math.min(9, Math.max(1, Math.round(chance * 10))) / 10;
}
