import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for another when they type the address from paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** 59 bits: an address that is short beside a machine, and out of reach of guessing. */
const length = 12;

export function newSafeguardId(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

export function isSafeguardId(text: string): boolean {
  return /^[2-9a-hjkmnp-z]{12}$/.test(text);
}
