import type { ReadingFault } from '#core/tables/reading-fault.ts';
import type { Encoding, FileChoice } from './staff-file.ts';

export type DecodedText =
  | { kind: 'text'; text: string; encoding: Encoding }
  | { kind: 'asked'; choices: FileChoice[] }
  | { kind: 'unreadable'; wrong: ReadingFault };

/**
 * The text of a file. A mark at its head tells the encoding, zero bytes at every second place do, and bytes that are UTF-8 by its strict rules are
 * nothing else. Anything more would be a guess: short lists of names are read wrongly by every guesser, so it is asked, with names to look at.
 */
export function decodeText(bytes: Uint8Array, chosen: Encoding | undefined): DecodedText {
  const told = toldEncoding(bytes);
  const encoding = chosen ?? told;
  if (encoding === 'binary') return { kind: 'unreadable', wrong: { code: 'no-text', facts: null } };
  if (encoding) return decodedAs(bytes, encoding);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return { kind: 'text', text: utf8, encoding: 'utf-8' };
  const choices = (['windows-1252', 'shift_jis', 'gb18030'] as const).flatMap((answer) => {
    const text = decode(bytes, answer);
    return text === null ? [] : [{ answer, previews: previewsOf(text) }];
  });
  if (choices.length > 0) return { kind: 'asked', choices };
  return {
    kind: 'unreadable',
    wrong: { code: 'unknown-encoding', facts: null },
  };
}

function decodedAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = decode(bytes, encoding);
  if (text !== null) return { kind: 'text', text, encoding };
  return {
    kind: 'unreadable',
    wrong: { code: 'other-encoding', facts: { encoding } },
  };
}

function toldEncoding(bytes: Uint8Array): Encoding | 'binary' | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return encodingByZeros(bytes.subarray(0, bytesLookedAt));
}

const bytesLookedAt = 64 * 1024;

/** Delimiters, digits and addresses of UTF-16 have a zero byte; letters such as 一 (4E00) have one on the other side, now and then. */
function encodingByZeros(bytes: Uint8Array): Encoding | 'binary' | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const fewest = bytes.length / 12;
  if (odd > 4 * even && odd > fewest) return 'utf-16le';
  return even > 4 * odd && even > fewest ? 'utf-16be' : 'binary';
}

/** Letters that no list holds: left undefined by Windows-1252 and read as control characters, or of private use. */
const nobodysLetters = /[\u0080-\u009F\uE000-\uF8FF]/;

/** Null when the bytes cannot be a text in this encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding !== 'utf-8' && nobodysLetters.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Names shown for each encoding. */
const previewsShown = 3;

/** A letter beyond A to Z: each encoding reads it as another. */
const foreignLetter = /(?!\p{ASCII})\p{L}/u;
const foreignSign = /\P{ASCII}/u;

function previewsOf(text: string): FileChoice['previews'] {
  const cells = text.split(/[";,\t\r\n]+/).map((cell) => cell.trim().slice(0, 40));
  const shown = [foreignLetter, foreignSign].flatMap((sign) => firstWith(sign, cells));
  return [...new Set(shown)].slice(0, previewsShown).map((read) => ({ written: '', read }));
}

function firstWith(sign: RegExp, cells: readonly string[]): string[] {
  const found = new Set<string>();
  for (const cell of cells) {
    if (sign.test(cell)) found.add(cell);
    if (found.size >= previewsShown) break;
  }
  return [...found];
}
