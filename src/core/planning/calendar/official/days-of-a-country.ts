/** What a government says of one year alone. Local dates, as 2026-11-23. */
export type ProclaimedYear = {
  free: readonly string[];
  /** Weekend days on which offices work in lieu of a long holiday. */
  worked: readonly string[];
  /** Days that the list counts as holidays of this year and that are none. */
  mistaken: readonly string[];
};

/** What the list of holidays (date-holidays 3.37) has wrong or lacks of one country, each with the law or notice that says so. */
export type OfficialDays = {
  /** Rules of the list that no longer hold, in its own words. */
  withdrawn: readonly string[];
  /** Rules in their stead, in the grammar of the list. */
  rules: readonly { rule: string; name: string }[];
  /** By year, as 2026. */
  proclaimed: Readonly<Record<string, ProclaimedYear>>;
  /** The last year of which all is official; `null` where the law alone settles every year. */
  officialUntil: number | null;
  sources: readonly string[];
};

export const nextMonday = 'and if Saturday,Sunday then next Monday';
export const nearestWorkday = 'and if Saturday then previous Friday if Sunday then next Monday';

/** A year of which only days that are free are proclaimed, each in the form 02-17. */
export function freeIn(year: number, days: readonly string[]): ProclaimedYear {
  return { free: days.map((day) => `${year}-${day}`), worked: [], mistaken: [] };
}
