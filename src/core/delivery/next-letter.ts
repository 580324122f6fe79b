/** How long a sign-in link opens the desk. */
export const letterLifeMs = 20 * 60_000;

/** A second request within this is a double click, or somebody who does not find the mail yet. */
const usualWaitMs = 2 * 60_000;

/** For an asker who asks and asks. Half a link's life, so that the last letter is still of use to its reader. */
const longWaitMs = letterLifeMs / 2;

const mostAnHour = 6;

type Asked = {
  /** When the newest letter was written whose link was not used; `null` when there is none. */
  lastUnusedAt: number | null;
  /** Requests of this asker in the last hour, this one included. */
  askedInHour: number;
  now: number;
};

/**
 * Whether a request for a sign-in link is answered by another letter. One is withheld only while an earlier one lies in the mailbox whose link
 * works for ten minutes at least: a stranger who asks again and again can fill no mailbox, and keep nobody out.
 */
export function isLetterWanted({ lastUnusedAt, askedInHour, now }: Asked): boolean {
  if (lastUnusedAt === null) return true;
  return now - lastUnusedAt >= (askedInHour > mostAnHour ? longWaitMs : usualWaitMs);
}
