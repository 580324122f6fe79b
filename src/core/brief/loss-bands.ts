/** What a scenario would cost, as a share of a year’s sales: a band, since nobody knows more before it happens. */
export const lossBands = ['under-0.1', '0.1-to-1', '1-to-5', 'over-5'] as const;

export type LossBand = (typeof lossBands)[number];
