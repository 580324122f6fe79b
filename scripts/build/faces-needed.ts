/** Takes from a page's styles the font files of letters that the page does not show. A page whose scripts fetch text may show any. Pure. */
export function withoutUnseenFaces(css: string, page: string): string {
  if (/<script\b[^>]*\ssrc=/.test(page)) return css;
  const letters = new Set([...page].map((letter) => letter.codePointAt(0) ?? 0));
  return css.replaceAll(/@font-face\{[^}]*\}/g, (face) => (isSeen(face, letters) ? face : ''));
}

function isSeen(face: string, letters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(',').some((range) => holdsAny(range.trim(), letters));
}

/** A range as CSS writes it: `U+A7`, `U+20-7E`, or `U+2??`. */
function holdsAny(range: string, letters: ReadonlySet<number>): boolean {
  const [from = '', to = from] = range.replace(/^u\+/i, '').split('-');
  const first = Number.parseInt(from.replaceAll('?', '0'), 16);
  const last = Number.parseInt(to.replaceAll('?', 'F'), 16);
  return [...letters].some((letter) => letter >= first && letter <= last);
}
