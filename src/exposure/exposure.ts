/** How ready the alternative to an item is; each step is worth more than the one before. */
export const alternatives = ['none', 'known', 'qualified', 'tested'] as const;

export type Alternative = (typeof alternatives)[number];

/** One thing a team depends on. */
export type ExposureItem = {
  name: string;
  /** A word of vocabulary/inputs. */
  input: string;
  /** ISO code of the country most of it comes from. */
  origin: string;
  /** Share of the biggest origin, 0 to 1. */
  share: number;
  suppliers: number;
  stockDays: number;
  recoveryDays: number;
  alternative: Alternative;
};

export type TeamExposure = { sector: string | null; items: ExposureItem[] };
