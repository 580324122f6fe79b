import { columnsWide, fillLines, lettersWide } from '#i18n/text-width.ts';

const width = 72;

/** As many Latin letters wide as 36 full-width ones, which fill 72 columns. */
const widthInLetters = 65;

/** What RFC 5322 asks of a line; one filled for a person may grow up to here before it is broken anew. */
const widest = 78;

/** Breaks a paragraph at 72 columns; a link is never broken. Japanese, which has no blanks, breaks between phrases. */
export function wrap(text: string): string {
  if (lettersWide(text) > text.length) return fillLines(text, widthInLetters).join('\n');
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...lines, current].join('\n');
}

/** Breaks the lines of a filled text that have grown too long: what a placeholder stood for is longer than its name. Links stay as they are. */
export function wrapLongLines(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => (fits(line) || line.includes('://') ? [line] : wrap(line).split('\n').flatMap(cutToFit)))
    .join('\n');
}

const fits = (line: string) => columnsWide(line) <= widest;

/** A name without a blank, longer than a line. */
function cutToFit(line: string): string[] {
  if (fits(line)) return [line];
  const parts: string[] = [''];
  for (const letter of line) {
    const last = parts.length - 1;
    if (columnsWide(parts[last] + letter) <= width) parts[last] += letter;
    else parts.push(letter);
  }
  return parts;
}
