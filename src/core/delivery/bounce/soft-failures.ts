const dayMs = 24 * 3_600_000;

/** An address that fails softly this often within this time, with no answer between, gets no mail for a while. */
export const softFailures = { most: 3, withinMs: 30 * dayMs, quietMs: 14 * dayMs };

/** A delay of which nothing more is heard for so long was the last word: servers give up after five days at most, and some never say so. */
export const longestDelayMs = 5 * dayMs;

/** A second report of an address that is not there, this much later, is believed even while many others come. */
export const secondReportMs = 20 * 3_600_000;
