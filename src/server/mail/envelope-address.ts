/** The bare address of `Nodomoto <nudge@example.org>`. */
export function envelopeAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
