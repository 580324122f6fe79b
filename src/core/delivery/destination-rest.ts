/** A domain that asked for fewer mails gets none until `until`; then one that finds out, and when it is taken the others. */
export type Rest = {
  /** What it said. */
  reply: string;
  /** How often it asked in a row. */
  asked: number;
  /** When it asked last. */
  since: number;
  until: number;
};

const minuteMs = 60_000;

/** The first is as long as a mail alone would wait (retry-delay.ts). */
const waitsMs = [5, 10, 20, 40].map((minutes) => minutes * minuteMs);
const longestWaitMs = 60 * minuteMs;

/** While one mail finds out, the others wait this long for what becomes of it. */
export const findingOutMs = minuteMs;

export function restAfter(before: Rest | undefined, reply: string, now: number): Rest {
  const asked = (before?.asked ?? 0) + 1;
  return { reply, asked, since: now, until: now + (waitsMs[asked - 1] ?? longestWaitMs) };
}

/** Greylisting puts off each mail on its own, and wants each to be tried: a domain that does it asks for no rest. */
const namesGreylisting = /\bgr[ea]y-?list/i;
const namesRate =
  /\btoo (?:many|much|fast)\b|\brate\b.{0,20}\b(?:limit|exceed|control)|\bthrottl|\bslow(?:ing)? down\b/i;

/**
 * Whether a reply that puts a mail off is about how many we bring, and so meets every mail to its domain: 421, "system not accepting" (4.3.2), policy
 * (4.7.x), or words of rates. Greylisting often says 4.7.1 and no more, so that alone is not enough.
 */
export function asksToSlowDown(reply: string): boolean {
  const [, status = '', code = ''] = /^(4\d\d)[ -]?(?:(4\.\d{1,3}\.\d{1,3})(?![\d.]))?/.exec(reply) ?? [];
  if (status === '' || namesGreylisting.test(reply)) return false;
  return status === '421' || code === '4.3.2' || (code.startsWith('4.7.') && code !== '4.7.1') || namesRate.test(reply);
}

/** A mail that takes longer is a slow one. */
const slowMs = 5_000;

/** Whether a domain holds all connections but one with slow mails, so that the last is for others. `begun`: when its mails under way began. */
export function holdsAllButOne(begun: readonly number[], connections: number, now: number): boolean {
  const slow = begun.filter((at) => now - at > slowMs).length;
  return slow >= Math.max(2, connections - 1);
}
