/** Postfix's schedule: 300 s, doubling, at most 4,000 s (postconf minimal_ and maximal_backoff_time). */
const firstDelayMs = 300_000;
const longestDelayMs = 4_000_000;

/** Milliseconds to wait before trying again after `attempt` failed claims; ±20 % by message, so that a crowd does not return at once. */
export function retryDelayMs(attempt: number, messageId: number): number {
  const plain = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, attempt - 1));
  const spread = ((messageId * 2_654_435_761 + attempt * 40_503) % 1000) / 1000;
  return Math.round(plain * (0.8 + 0.4 * spread));
}
