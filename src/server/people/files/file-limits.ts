const mebibyte = 1024 * 1024;

/** A list of 20,000 people is 3 MB as text and 1 MB as a workbook. */
export const mostBytes = 25 * mebibyte;

/** What a workbook may hold when it is unpacked; its parser needs some five times as much memory. */
export const mostUnpackedBytes = 150 * mebibyte;

export const mostRows = 200_000;
export const mostColumns = 256;

/** Rows times columns, filled or not: what a table costs in memory. */
export const mostCells = 4_000_000;

/** Characters of one row of a text file, and of one line. More is a quote that was never closed, or no list at all. */
export const longestRow = 200_000;

/** Characters of one cell: a spreadsheet takes no more. */
export const longestCell = 32_767;
