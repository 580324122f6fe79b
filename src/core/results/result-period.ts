/** Over how long results are counted. There are no others: the difference of two free ones would tell of a single day. */
export const resultPeriods = ['quarter', 'year', 'all'] as const;

export type ResultPeriod = (typeof resultPeriods)[number];

export const usualPeriod: ResultPeriod = 'year';

const days: Record<ResultPeriod, number | null> = { quarter: 91, year: 365, all: null };

/** The first instant of a period that ends now. */
export function beginOf(period: ResultPeriod, now: number): number {
  const length = days[period];
  return length === null ? 0 : now - length * 86_400_000;
}

export function periodIn(text: string | null): ResultPeriod {
  return resultPeriods.find((period) => period === text) ?? usualPeriod;
}
