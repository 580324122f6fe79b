/** Instants are epoch milliseconds (UTC); local dates are ISO text such as 2026-11-23. */
export type Instant = number;
export type LocalDateText = string;
