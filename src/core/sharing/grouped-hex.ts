/** Letters that one says in a breath. */
const inGroup = 4;

/** `9f86d081...` as `9f86 d081 ...`, as it is read out over the telephone. */
export function groupedHex(hex: string): string {
  return hex.match(new RegExp(`.{1,${inGroup}}`, 'g'))?.join(' ') ?? '';
}
