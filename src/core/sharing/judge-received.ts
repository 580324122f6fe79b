/** What a source signed of a piece: `at` in epoch milliseconds, `content` a digest of label, names and files. */
export type SharedVersion = { version: number; at: number; content: string; act: 'wrote' | 'withdrew' };

/** What is known of a piece of the same name by the same source. */
export type KnownVersion = { version: number; at: number; content: string; isWithdrawn: boolean };

/**
 * What an import would do. *disputed*: two texts of one version signed in one moment, of which their source has to say which holds.
 * *withdrawn-unknown*: taken back before it ever came. *own*: the house's own piece, which came back.
 */
export const verdicts = ['new', 'newer', 'same', 'older', 'disputed', 'withdrawn', 'withdrawn-unknown', 'own'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether anything is written. */
export function changesSomething(verdict: Verdict): boolean {
  return verdict === 'new' || verdict === 'newer' || verdict === 'withdrawn';
}

/** The last word of a source counts: an old file never brings back what was withdrawn, nor puts an older text in place of a newer. */
export function judgeReceived(shared: SharedVersion, known: KnownVersion | null, isOwn: boolean): Verdict {
  if (isOwn) return 'own';
  if (!known) return shared.act === 'withdrew' ? 'withdrawn-unknown' : 'new';
  if (isBefore(shared, known)) return 'older';
  if (shared.act === 'withdrew') return known.isWithdrawn ? 'same' : 'withdrawn';
  if (shared.content === known.content && !known.isWithdrawn) return 'same';
  return isBefore(known, shared) ? 'newer' : 'disputed';
}

type Moment = Pick<SharedVersion, 'version' | 'at'>;

function isBefore(one: Moment, other: Moment): boolean {
  return one.version === other.version ? one.at < other.at : one.version < other.version;
}
