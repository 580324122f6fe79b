/** Crockford’s letters: none is taken for another when read aloud or copied from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits: more than anybody can try, at whatever rate they are let. */
export const receiptBytes = 10;

/** A receipt number of random bytes, as `NM-4F7K-92QX-ZD31-0HTB`. */
export function receiptOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = [...bits.matchAll(/.{5}/g)].map(([five]) => letters[Number.parseInt(five, 2)]).join('');
  return `NM-${[...signs.matchAll(/.{4}/g)].map(([four]) => four).join('-')}`;
}

/** The number that somebody typed, in its own form; `null` when it can be none. */
export function readReceipt(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/^NM/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null;
  return `NM-${[...plain.matchAll(/.{4}/g)].map(([four]) => four).join('-')}`;
}
