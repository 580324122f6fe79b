import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';

/** What the installation signs with when it shares; `publicKey` is the raw key in base64url. */
export type SharingKey = { privateKey: KeyObject; publicKey: string };

/** The key of a file, or one that is made once and kept beside the store as the secret is: others trust the installation by it. @throws AppError */
export function keptSharingKey({
  dataDir,
  sharingKeyFile,
}: {
  dataDir: string;
  sharingKeyFile: string | null;
}): SharingKey {
  if (sharingKeyFile !== null) return sharingKeyIn(sharingKeyFile);
  if (dataDir === ':memory:') return withPublic(generateKeyPairSync('ed25519').privateKey);
  const file = join(dataDir, 'sharing-key.pem');
  if (existsSync(file)) return sharingKeyIn(file);
  const { privateKey } = generateKeyPairSync('ed25519');
  // Of two processes that make one at once the second fails, and has that of the first when it is asked again.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return withPublic(privateKey);
}

function sharingKeyIn(file: string): SharingKey {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new AppError('SHARING_KEY_UNUSABLE', { file }, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new AppError('SHARING_KEY_UNUSABLE', { file });
  return withPublic(key);
}

/** An Ed25519 key with its public part as files of shared pieces name it. */
export function withPublic(privateKey: KeyObject): SharingKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (!x) throw new Error('An Ed25519 key has a public part.');
  return { privateKey, publicKey: x };
}
