/** How long a sign-in link and its code open the desk: no longer than ASVS 5.0 allows (6.5.5), and long enough for a letter that is put off once. */
export const letterLifeMs = 10 * 60_000;

/** A second request within this is a double click, or somebody who does not find the mail yet. */
const usualWaitMs = 2 * 60_000;

/**
 * Whether a request for a sign-in link is answered by another letter. `lastUnusedAt`: when the newest letter was written that opens the desk in the same browser and
 * was not used; `null` when there is none.
 */
export function isLetterWanted(lastUnusedAt: number | null, now: number): boolean {
  return lastUnusedAt === null || now - lastUnusedAt >= usualWaitMs;
}
