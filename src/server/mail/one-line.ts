/** Whatever would end a line, or turn the reading direction of what follows it. Joiners stay: some scripts and emoji need them. */
const unwanted = /(?![\t\n\v\f\r\u0085\u2028\u2029])\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Letters of a name that a header carries: with its key and quotes they fit a line of 78. */
const longestName = 60;

const segmenter = new Intl.Segmenter();

/** What a person, team or item is called, as one line without edges: older imports let through what a page, a text or a header cannot hold. */
export function oneLine(text: string): string {
  return text
    .replace(unwanted, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** A name before an address. What looks like an encoded word (RFC 2047) would be decoded by some programs, even within quotes. */
export function displayName(name: string): string {
  const line = oneLine(name).replaceAll('=?', '= ?');
  const letters = [...segmenter.segment(line)].map(({ segment }) => segment);
  return letters.length <= longestName
    ? line
    : `${letters
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`;
}
