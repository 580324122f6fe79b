import { hashOf } from './random-token.ts';

/** Eight digits: with five tries a link, nobody guesses them. */
const digits = 8;

/** The code that stands for a link where it was asked for; whoever opens the link elsewhere is shown it, so that nothing but the link need be stored. */
export function codeOf(token: string): string {
  const number = BigInt(`0x${hashOf(`code of ${token}`)}`) % 10n ** BigInt(digits);
  return number.toString().padStart(digits, '0');
}

/** Of the code only this is stored. Whoever reads the store would try all codes in a moment, but for the browser's token in it, which is not there. */
export function codeHash(code: string, browser: string): string {
  return hashOf(`${code} in ${browser}`);
}

/** A code as somebody typed it, with blanks, hyphens or digits of full width. */
export function typedCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').slice(0, 20);
}

/** `4821 7735` */
export function codeInHalves(code: string): string {
  return `${code.slice(0, digits / 2)} ${code.slice(digits / 2)}`;
}
