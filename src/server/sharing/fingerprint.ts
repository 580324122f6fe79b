import { createHash } from 'node:crypto';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import type { Language } from '#i18n/languages.ts';

/** 128 of the 256 bits: to find another key with the same is out of reach, and twelve words can be read out. */
const bytesShown = 16;

const wordlists: Record<Language, string[]> = { en: english, ja: japanese };

/** What a public key is called: 32 letters of hexadecimal. `key` is the raw key in base64url. */
export function fingerprintOf(key: string): string {
  return createHash('sha256')
    .update(Buffer.from(key, 'base64url'))
    .digest('hex')
    .slice(0, bytesShown * 2);
}

/** The same as twelve words to read out, by the list that BIP 39 made for that. */
export function fingerprintWords(fingerprint: string, language: Language): string[] {
  return entropyToMnemonic(Buffer.from(fingerprint, 'hex'), wordlists[language]).split(/\s/);
}
