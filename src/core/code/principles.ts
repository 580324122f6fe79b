/** What a principle rests on: METI's three principles of 23 January 2026, or one of its three fields of action, which the others spell out in our words. */
type PrincipleBasis = 'principle' | 'autonomy' | 'indispensability' | 'governance';

/**
 * The code of a house: twelve principles by their number, each with its words in `words.code.principles`. Their source is METI's Economic Security
 * Management Guidelines, 1st edition (content/instruments/jp-management-guidelines.yaml). The wording is ours, and its checklist was not read.
 */
export const principles = [
  { number: 1, basis: 'principle' },
  { number: 2, basis: 'principle' },
  { number: 3, basis: 'principle' },
  { number: 4, basis: 'autonomy' },
  { number: 5, basis: 'autonomy' },
  { number: 6, basis: 'autonomy' },
  { number: 7, basis: 'indispensability' },
  { number: 8, basis: 'indispensability' },
  { number: 9, basis: 'governance' },
  { number: 10, basis: 'governance' },
  { number: 11, basis: 'governance' },
  { number: 12, basis: 'governance' },
] as const satisfies readonly { number: number; basis: PrincipleBasis }[];

export type PrincipleNumber = (typeof principles)[number]['number'];

export function principleNumber(value: number): PrincipleNumber | null {
  return principles.find(({ number }) => number === value)?.number ?? null;
}
