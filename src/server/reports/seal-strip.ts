import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type IdentityStrip, identityStripSchema } from '#core/reports/report-text.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Key, Keyring } from '#server/keys/keyring.ts';

export type SealedStrip = { near_miss_key: string; key_id: string; sealed: string };

/** AES-256-GCM: 256 bits of key, 96 of nonce, 128 of tag (NIST SP 800-38D). */
const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** A key of its own, made from the secret of the settings (RFC 5869): the store holds none of it, and no link is signed with it. */
function sealingKey({ secret }: Key): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'nodomoto near-miss strip', keyBytes));
}

/** Seals who reported, with the key that signs now. `key` names the report: a strip put beside another one does not open. */
export function sealStrip([key]: Keyring, near_miss_key: string, strip: IdentityStrip): SealedStrip {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey(key), nonce, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(near_miss_key));
  const body = Buffer.concat([sealing.update(JSON.stringify(strip), 'utf8'), sealing.final()]);
  const sealed = Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64');
  return { near_miss_key, key_id: key.id, sealed };
}

/** Opens a strip with whichever key sealed it; `null` where none of them did, or where it was changed. */
export function openStrip(keys: Keyring, { near_miss_key, key_id, sealed }: SealedStrip): IdentityStrip | null {
  for (const key of keys.filter(({ id }) => id === key_id)) {
    const strip = openWith(key, near_miss_key, Buffer.from(sealed, 'base64'));
    if (strip) return strip;
  }
  return null;
}

function openWith(key: Key, near_miss_key: string, bytes: Buffer): IdentityStrip | null {
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const opening = createDecipheriv(cipher, sealingKey(key), nonce, { authTagLength: tagBytes });
    opening.setAAD(Buffer.from(near_miss_key));
    opening.setAuthTag(tag);
    const body = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
    return identityStripSchema.parse(JSON.parse(body.toString('utf8')));
  } catch {
    // Two secrets may share an id: GCM says which of them it was.
    return null;
  }
}

/** Seals with the newest key what an older one sealed, so that an old secret may be given up. Returns how many there were, and how many no key opens. */
export async function resealStrips(db: Db, keys: Keyring): Promise<{ resealed: number; lost: number }> {
  const [newest] = keys;
  let [resealed, lost] = [0, 0];
  for (const row of await db.selectFrom('near_miss_strip').selectAll().execute()) {
    if (openStrip([newest], row)) continue;
    const strip = openStrip(keys, row);
    if (!strip) {
      lost += 1;
      continue;
    }
    const { near_miss_key, ...anew } = sealStrip(keys, row.near_miss_key, strip);
    await db.updateTable('near_miss_strip').set(anew).where('near_miss_key', '=', near_miss_key).execute();
    resealed += 1;
  }
  return { resealed, lost };
}
