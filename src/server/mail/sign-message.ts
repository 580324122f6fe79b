import type { Log } from '#server/log/log.ts';
import type { RelaySettings } from '#server/setting-parts/relay.ts';
import { type DkimKey, isShort, readDkimKeys } from './dkim-keys.ts';

/** Puts signatures before a finished message, dated `now` (epoch milliseconds); the bytes below them stay as they are. */
export type Signer = (raw: Uint8Array, now: number) => Promise<Uint8Array>;

export const unsigned: Signer = async (raw) => raw;

/** One-click unsubscribing needs both List-Unsubscribe headers signed (RFC 8058 4); no default list that we know of has the second. */
const signedHeaders = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
  'Precedence',
];

/** What the settings say to sign with. @throws AppError when a key cannot be used. */
export async function openSigner(dkim: RelaySettings['dkim'], log: Log): Promise<Signer> {
  if (!dkim) return unsigned;
  const keys = readDkimKeys(dkim);
  for (const { bits } of keys.filter(isShort)) log.tell('signing-key-short', { bits });
  return signerWith(dkim.domain, keys);
}

async function signerWith(domain: string, keys: readonly DkimKey[]): Promise<Signer> {
  const signatureData = keys.map(({ selector, key }) => ({
    signingDomain: domain,
    selector,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }));
  const [first] = signatureData;
  if (!first) return unsigned;
  // It takes 35 MB and a tenth of a second, which nobody without a key has to spend.
  const { dkimSign } = await import('mailauth/lib/dkim/sign.js');
  return async (raw, now) => {
    const { signatures, errors } = await dkimSign(Buffer.from(raw), {
      strict: true,
      canonicalization: 'relaxed/relaxed',
      signTime: new Date(now),
      headerList: signedHeaders,
      // Its type asks for one key more, which it does not look at beside the list.
      ...first,
      signatureData,
    });
    // Better a mail that waits and says why than one that goes unsigned.
    const [error] = errors;
    if (error) throw new Error('The message could not be signed.', { cause: error.err });
    return Buffer.concat([Buffer.from(signatures), raw]);
  };
}
