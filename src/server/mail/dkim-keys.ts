import { createPublicKey, type KeyObject } from 'node:crypto';
import type { RelaySettings } from '#server/setting-parts/relay.ts';
import { pemError, readPrivateKey } from './pem-files.ts';

export type DkimKey = { selector: string; kind: 'rsa' | 'ed25519'; bits: number; key: KeyObject };

/** Below it nobody believes a signature; from `fullBits` on everybody does (RFC 8301 3.2). */
const leastBits = 1024;
const fullBits = 2048;

export function isShort({ kind, bits }: DkimKey): boolean {
  return kind === 'rsa' && bits < fullBits;
}

/** The keys that mail is signed with. @throws AppError naming the first file that cannot be used. */
export function readDkimKeys({ keys }: NonNullable<RelaySettings['dkim']>): DkimKey[] {
  const read = keys.map(({ selector, file }) => ({ selector, file, ...readDkimKey(file) }));
  const twice = read.find(({ kind }, index) => read.slice(0, index).some((before) => before.kind === kind));
  if (twice) throw pemError('DKIM_KEY_FILE', twice.file, 'same-kind');
  return read;
}

function readDkimKey(file: string): Omit<DkimKey, 'selector'> {
  const key = readPrivateKey('DKIM_KEY_FILE', file);
  if (key.asymmetricKeyType === 'ed25519') return { kind: 'ed25519', bits: 256, key };
  if (key.asymmetricKeyType !== 'rsa') throw pemError('DKIM_KEY_FILE', file, 'wrong-kind');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < leastBits) throw pemError('DKIM_KEY_FILE', file, 'short-key');
  return { kind: 'rsa', bits, key };
}

/** Bytes before the key itself in the DER form of an Ed25519 public key (RFC 8410). */
const ed25519Head = 12;

/** The TXT value that makes the key of a file known to receivers (RFC 6376 3.6.1, RFC 8463 4). @throws AppError as reading it does. */
export function dkimRecord(keyFile: string): string {
  const { kind, key } = readDkimKey(keyFile);
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=${kind}; p=${(kind === 'rsa' ? der : der.subarray(ed25519Head)).toString('base64')}`;
}

/** Where the record of a selector stands in DNS. */
export function dkimRecordName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}
