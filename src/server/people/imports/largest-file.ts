/** Bytes of a list of people. One of 20,000 with every column has some 3 MB as text, and 6 in UTF-16. */
export const largestFile = 8 * 1024 * 1024;
