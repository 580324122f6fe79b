/**
 * What a terminal obeys instead of showing: control characters but line breaks and tabs (ECMA-48), and the marks that turn the direction of a line
 * (Unicode's bidirectional algorithm), by which a name could rewrite what stands around it.
 */
const obeyed = /(?![\n\t]|\r\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as it may be printed: `\u001b` stands where the character was. */
export function printable(text: string): string {
  return text.replace(obeyed, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
