/** Sets plain text as a printer would: curled quotation marks, and no line break between a figure and its per cent sign. */
export function typeset(text: string): string {
  return text
    .replace(/(^|[\s([{“‘–—])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{“–—])'/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/(\d) %/g, '$1\u00a0%');
}
