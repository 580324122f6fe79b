const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Letters that XML 1.0 has no place for, and the halves of a pair that stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in an element or between quotation marks. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A name as XML ids are: letters, digits, `.`, `-` and `_`, and no digit first. */
export function xmlId(text: string): string {
  return `n-${text.replace(/[^A-Za-z0-9._-]/g, '-')}`;
}
