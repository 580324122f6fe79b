/** The four headings of ISSB’s S1 and S2, in their order: directors read other reports in that shape. */
export const briefHeadings = ['governance', 'strategy', 'riskManagement', 'metrics'] as const;

export type BriefHeading = (typeof briefHeadings)[number];

/** How a figure turns amber or red: *above* or *below* its threshold, or *from* it on. */
export type WorseWhen = 'above' | 'below' | 'from';

export type IndicatorUnit = 'share' | 'days' | 'months' | 'count';

/**
 * The 14 indicators of the board brief in the order of their numbers, with the thresholds that hold until somebody sets others; `null` is none.
 * Shares are 0 to 1. The thresholds are our proposal, but for two: 65 % is the cap of the EU’s Critical Raw Materials Act (Reg. 2024/1252) on one
 * third country, and 36 months the clock of its Art. 24. 50 % is the goal that South Korea has set itself for 2030.
 */
export const indicators = [
  { id: 'single-source', heading: 'riskManagement', unit: 'share', worse: 'above', amber: 0.2, red: 0.4 },
  { id: 'top-country', heading: 'metrics', unit: 'share', worse: 'above', amber: 0.5, red: 0.65 },
  { id: 'red-revenue', heading: 'strategy', unit: 'share', worse: 'above', amber: null, red: null },
  { id: 'cover', heading: 'riskManagement', unit: 'days', worse: 'below', amber: 0, red: -30 },
  { id: 'tiers', heading: 'riskManagement', unit: 'share', worse: 'below', amber: 0.6, red: 0.3 },
  { id: 'alternative', heading: 'riskManagement', unit: 'share', worse: 'below', amber: 0.6, red: 0.3 },
  { id: 'stress-test', heading: 'governance', unit: 'months', worse: 'above', amber: 12, red: 36 },
  { id: 'scenarios', heading: 'governance', unit: 'share', worse: 'below', amber: 0.8, red: 0.5 },
  { id: 'leak-controls', heading: 'strategy', unit: 'share', worse: 'below', amber: 0.8, red: 0.5 },
  { id: 'support', heading: 'strategy', unit: 'share', worse: 'below', amber: null, red: null },
  { id: 'witnesses', heading: 'metrics', unit: 'share', worse: 'below', amber: 0.3, red: 0.1 },
  { id: 'quiet', heading: 'metrics', unit: 'days', worse: 'above', amber: 90, red: 180 },
  { id: 'recall', heading: 'metrics', unit: 'share', worse: 'below', amber: 0.6, red: 0.4 },
  { id: 'safeguards', heading: 'governance', unit: 'count', worse: 'from', amber: 1, red: 3 },
] as const satisfies readonly {
  id: string;
  heading: BriefHeading;
  unit: IndicatorUnit;
  worse: WorseWhen;
  amber: number | null;
  red: number | null;
}[];

export type Indicator = (typeof indicators)[number];
export type IndicatorId = Indicator['id'];

export const indicatorIds: readonly IndicatorId[] = indicators.map(({ id }) => id);

/** 1 to 14. */
export function numberOf(id: IndicatorId): number {
  return indicatorIds.indexOf(id) + 1;
}

export function indicatorOf(id: IndicatorId): Indicator {
  const found = indicators.find((entry) => entry.id === id);
  if (!found) throw new RangeError(`There is no indicator ${id}.`);
  return found;
}
