import { hasBegun, hasLeft } from './in-post.ts';

/** How somebody stands to the house on a day: what the house knows of them, and none of their wishes. */
export const personStates = ['in-post', 'joining', 'away', 'left'] as const;

export type PersonState = (typeof personStates)[number];

/** First and last days, local dates; null is not known. */
export type Posting = { starts_on: string | null; leaves_on: string | null; away_until: string | null };

/** The last day itself is one in post. */
export function personState({ starts_on, leaves_on, away_until }: Posting, today: string): PersonState {
  if (hasLeft(leaves_on, today)) return 'left';
  if (!hasBegun(starts_on, today)) return 'joining';
  return away_until !== null && today <= away_until ? 'away' : 'in-post';
}

/** Until when somebody gets no mail: the later of their own pause and of an absence that the house knows of. */
export function pausedUntil(own: string | null, away: string | null): string | null {
  if (own === null || away === null) return own ?? away;
  return own < away ? away : own;
}
