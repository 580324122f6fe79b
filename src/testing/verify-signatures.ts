import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

export type VerifiedSignature = {
  selector: string;
  domain: string;
  algorithm: string;
  /** Names of the headers it covers, in lower case. */
  covers: string[];
  holds: boolean;
};

/**
 * Every DKIM signature of a message, checked after RFC 6376 and RFC 8463 with Node's own cryptography and nothing of the signer's.
 * `records`: TXT values by their names.
 */
export function verifySignatures(raw: string, records: Record<string, string>): VerifiedSignature[] {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const body = raw.slice(end + 4);
  return headers
    .filter((header) => nameOf(header) === 'dkim-signature')
    .map((header) => verifySignature(header, headers, body, records));
}

function verifySignature(
  header: string,
  headers: readonly string[],
  body: string,
  records: Record<string, string>,
): VerifiedSignature {
  const tag = tagsOf(header.slice(header.indexOf(':') + 1));
  const covers = tag('h').toLowerCase().split(':');
  const key = publicKeyOf(records[`${tag('s')}._domainkey.${tag('d')}`] ?? '');
  const signed = [...covered(headers, covers), relaxedHeader(header.replace(/([;\s]b=)[^;]*/, '$1'))].join('\r\n');
  const signature = Buffer.from(tag('b'), 'base64');
  const isBody = createHash('sha256').update(relaxedBody(body)).digest('base64') === tag('bh');
  const isHeader = tag('a').startsWith('ed25519')
    ? verify(null, createHash('sha256').update(signed).digest(), key, signature)
    : verify('sha256', Buffer.from(signed), key, signature);
  return { selector: tag('s'), domain: tag('d'), algorithm: tag('a'), covers, holds: isBody && isHeader };
}

/** Of headers of one name the last counts first (5.4.2). */
function covered(headers: readonly string[], names: readonly string[]): string[] {
  const left = [...headers];
  return names.flatMap((name) => {
    const at = left.findLastIndex((header) => nameOf(header) === name);
    return at < 0 ? [] : left.splice(at, 1).map(relaxedHeader);
  });
}

/** 3.4.2 */
function relaxedHeader(header: string): string {
  const value = header.slice(header.indexOf(':') + 1).replaceAll('\r\n', '');
  return `${nameOf(header)}:${value.replaceAll(/[ \t]+/g, ' ').trim()}`;
}

/** 3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(?:\r\n)*$/, '');
  return text === '' ? '' : `${text}\r\n`;
}

function publicKeyOf(record: string): KeyObject {
  const tag = tagsOf(record);
  const bytes = Buffer.from(tag('p'), 'base64');
  if (tag('k') === 'rsa') return createPublicKey({ key: bytes, type: 'spki', format: 'der' });
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
}

function nameOf(header: string): string {
  return header.slice(0, header.indexOf(':')).trim().toLowerCase();
}

/** 3.2: white space in a value means nothing in the tags read here. */
function tagsOf(text: string): (name: string) => string {
  const pairs = text.split(';').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim(), part.slice(at + 1).replaceAll(/\s/g, '')] as const;
  });
  const values = new Map(pairs);
  return (name) => values.get(name) ?? '';
}
