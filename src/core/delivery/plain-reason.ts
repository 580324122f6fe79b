import type { SuppressionKind } from './suppression.ts';

/** Why an address gets no mail, as far as what was said of it tells. */
export const plainReasons = [
  'no-mailbox',
  'no-domain',
  'switched-off',
  'moved',
  'refused',
  'full',
  'not-now',
  'unwanted',
] as const;

export type PlainReason = (typeof plainReasons)[number];

/** Enhanced codes (RFC 3463, RFC 7505) by the digits after the class. */
const byCode: Record<string, PlainReason> = {
  '1.1': 'no-mailbox',
  '1.2': 'no-domain',
  '1.3': 'no-mailbox',
  '1.6': 'moved',
  '1.10': 'no-domain',
  '2.1': 'switched-off',
  '2.2': 'full',
};

/** The reason in a word that the interface has a sentence for. It only explains, so it may look for the code anywhere in the text. */
export function plainReason(kind: SuppressionKind, said: string): PlainReason {
  if (kind === 'complaint') return 'unwanted';
  const code = /(?<![\d.])[45]\.(\d{1,3}\.\d{1,3})(?![\d.])/.exec(said)?.[1] ?? '';
  const named = byCode[code] ?? (/^556\b/.test(said) ? 'no-domain' : undefined);
  return named ?? (kind === 'hard' ? 'refused' : 'not-now');
}
