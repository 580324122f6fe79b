import { hasLeft } from '#core/people/in-post.ts';

/** Below this a colleague who knows what two of a team know would know the rest. */
export const leastSmallestTeam = 3;

export const usualSmallestTeam = 5;

/** How long figures rest after somebody left: by then answers of others and fading stand between the figures before and after. */
export const restDays = 28;

/** *too-few*: fewer in post than figures need. *just-left*: the figures of before, less those of now, would be those of whoever left. */
export type FiguresHeld = 'too-few' | 'just-left';

/** Local days as ISO text; the last one in the team, null while none is known. */
type Member = { leavesOn: string | null };

/** Why no figure about a team is shown on a local day, or `null` when figures may be. In a team twice the smallest size nobody stands out who leaves. */
export function figuresHeld(people: readonly Member[], on: string, smallest: number): FiguresHeld | null {
  const inPost = people.filter(({ leavesOn }) => !hasLeft(leavesOn, on)).length;
  if (inPost < smallest) return 'too-few';
  const since = Temporal.PlainDate.from(on).subtract({ days: restDays }).toString();
  const justLeft = people.some(({ leavesOn }) => leavesOn !== null && hasLeft(leavesOn, on) && since <= leavesOn);
  return justLeft && inPost < 2 * smallest ? 'just-left' : null;
}

/**
 * Whether figures of today and of a later day may stand side by side: not when so few leave in between that the difference is what they know.
 * Whoever has left already counts in neither.
 */
export function mayCompareWith(people: readonly Member[], on: string, later: string): boolean {
  const leaving = people.filter(({ leavesOn }) => leavesOn !== null && on <= leavesOn && leavesOn < later).length;
  return leaving === 0 || leaving >= leastSmallestTeam;
}
