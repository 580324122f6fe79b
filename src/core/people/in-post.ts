/** First and last day in the house, local dates as ISO text; null is not known. Both days are days in post. */
export type Stay = { startsOn: string | null; leavesOn: string | null };

/** Whether somebody’s last day is over on a local day. Whoever is still to join has not left. */
export function hasLeft(leavesOn: string | null, on: string): boolean {
  return leavesOn !== null && leavesOn < on;
}

export function hasBegun(startsOn: string | null, on: string): boolean {
  return startsOn === null || startsOn <= on;
}

/** Whether somebody works in the house on a local day, absent or not. server/people/in-post.ts asks the store the same. */
export function isInPost({ startsOn, leavesOn }: Stay, on: string): boolean {
  return hasBegun(startsOn, on) && !hasLeft(leavesOn, on);
}
