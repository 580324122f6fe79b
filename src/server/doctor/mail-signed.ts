import { type DkimKey, dkimRecord, isShort, readDkimKeys } from '#server/mail/dkim-keys.ts';
import type { Settings } from '#server/settings.ts';
import { dkim } from './dns/dkim.ts';
import type { Dns } from './dns/dns-records.ts';
import { type Finding, good, look, note, type Verdict } from './finding.ts';

type Signing = NonNullable<Settings['dkim']>;

/** Whether the keys can be used, and whether receivers find each of them. */
export async function mailSigned(signing: Signing, dns: Dns): Promise<Finding[]> {
  const { domain, keys } = signing;
  const usable = await look('mail signed', () => keysLongEnough(readDkimKeys(signing)));
  if (usable.grade === 'wrong') return [usable];
  const published = keys.map(({ selector, file }) =>
    look(`DKIM key ${selector} of ${domain}`, () => dkim({ domain, selector, publicKey: publicKeyIn(file) }, dns)),
  );
  return [usable, ...(await Promise.all(published))];
}

function keysLongEnough(keys: readonly DkimKey[]): Verdict {
  const short = keys.find(isShort);
  if (!short) return good();
  return note(
    `the RSA key has ${short.bits} bits; some receivers believe none below 2048. Make a new one and publish it under a new selector.`,
  );
}

function publicKeyIn(file: string): string {
  return /p=(\S+)$/.exec(dkimRecord(file))?.[1] ?? '';
}
