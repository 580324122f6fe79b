import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { type Signed, sharedFormat } from '#core/sharing/shared-file.ts';
import type { SharingKey } from '#server/keys/sharing-key.ts';

function signedBytes(statement: string): Buffer {
  return Buffer.from(`${sharedFormat}\n${statement}`, 'utf8');
}

export function signStatement(statement: unknown, { privateKey }: SharingKey): Signed {
  const text = JSON.stringify(statement);
  return { statement: text, signature: sign(null, signedBytes(text), privateKey).toString('base64url') };
}

/** Whether the owner of a public key (raw, base64url) signed these very words. */
export function isSignedBy({ statement, signature }: Signed, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, signedBytes(statement), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    // Bytes that are no point of the curve are no key.
    return false;
  }
}

/** The digest by which the next statement says what was handed on. */
export function digestOf({ statement, signature }: Signed): string {
  return createHash('sha256').update(signedBytes(statement)).update('\n').update(signature).digest('hex');
}
