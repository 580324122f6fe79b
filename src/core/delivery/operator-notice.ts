/** What an operator is written to about: mail is held back, it goes again, mails of unknown fate lie there, servers refuse ours by policy. */
export type NoticeKind = 'held' | 'again' | 'unknown' | 'policy';

/** How things stand. One outage is told apart from the next by when it began; the others count mails, `waiting` those that are due. */
export type Standing = { heldSince: number | null; waiting: number; unknown: number; policy: number };

/** What was written last of each kind, and of what. Kept in the store, so that a restart repeats nothing. */
export type Told = {
  /** `waited`: the most mails that waited at once. */
  held: { at: number; since: number; isOver: boolean; waited: number } | null;
  unknown: { at: number; size: number } | null;
  policy: { at: number; size: number } | null;
};

export const nothingTold: Told = { held: null, unknown: null, policy: null };

/** Of one trouble, nobody wants to hear more often. */
const leastMs = 6 * 3_600_000;

/** The next letter that is due, if one is, and what will have been told with it. */
export function nextNotice(standing: Standing, told: Told, now: number): { kind: NoticeKind | null; told: Told } {
  const { heldSince, waiting } = standing;
  const { held } = told;
  if (held && !held.isOver && held.since !== heldSince)
    // If another outage has begun meanwhile, mail does not go again.
    return { kind: heldSince === null ? 'again' : null, told: { ...told, held: { ...held, isOver: true } } };
  if (heldSince !== null && held?.since !== heldSince && isLongAgo(held?.at, now))
    return { kind: 'held', told: { ...told, held: { at: now, since: heldSince, isOver: false, waited: waiting } } };
  for (const kind of ['unknown', 'policy'] as const) {
    const before = told[kind];
    const size = standing[kind];
    if (size > (before?.size ?? 0) && isLongAgo(before?.at, now))
      return { kind, told: { ...told, [kind]: { at: now, size } } };
  }
  return {
    kind: null,
    told: { ...told, ...more(standing, told), ...fewer('unknown', standing, told), ...fewer('policy', standing, told) },
  };
}

/** Whoever was told of an outage is told at its end how many it kept waiting. */
function more({ heldSince, waiting }: Standing, { held }: Told): Partial<Told> {
  const isOpen = held !== null && held.since === heldSince;
  return isOpen && waiting > held.waited ? { held: { ...held, waited: waiting } } : {};
}

/** Those that were settled since may not hide as many new ones. */
function fewer(kind: 'unknown' | 'policy', standing: Standing, told: Told): Partial<Told> {
  const before = told[kind];
  return before && standing[kind] < before.size ? { [kind]: { at: before.at, size: standing[kind] } } : {};
}

/** A clock that was set back must not silence anybody until it is right again. */
function isLongAgo(at: number | undefined, now: number): boolean {
  return at === undefined || Math.abs(now - at) >= leastMs;
}
