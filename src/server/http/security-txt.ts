const dayMs = 86_400_000;

/** RFC 9116 asks for less than a year; who reads it later asks again. */
const validMs = 180 * dayMs;

/**
 * Whom to tell of a hole, in the form of RFC 9116. It is written when it is asked for, so it never runs out while somebody answers.
 * `contact` is a URI; `now` in epoch milliseconds.
 */
export function securityTxt(contact: string, siteUrl: string, now: number): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${new Date(now + validMs).toISOString()}`,
    'Preferred-Languages: en, ja',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
