import { good, note, type Verdict, wrong } from '../finding.ts';
import type { Dns } from './dns-records.ts';
import { notAnswered } from './not-answered.ts';

/** What mail is signed as. `publicKey` is base64 as it stands in `p=`: SubjectPublicKeyInfo for RSA, the bare 32 bytes for Ed25519. */
export type DkimSigner = { domain: string; selector: string; publicKey: string };

/** Whether receivers find the key that mail is signed with (RFC 6376). */
export async function dkim({ domain, selector, publicKey }: DkimSigner, dns: Dns): Promise<Verdict> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await dns.txt(name);
  if (answer.kind === 'silent') return notAnswered(name, answer.reason);
  const published = answer.kind === 'found' ? answer.records.flatMap(keyIn) : [];
  const [key, ...others] = published;
  const publish = `publish a TXT record at ${name} with p=${publicKey}`;
  if (key === undefined) return wrong(`mail is signed with a key that nobody finds: ${publish}.`);
  if (others.length > 0) return note(`${name} has ${published.length} keys, and receivers may take either. Leave one.`);
  if (key === '') return wrong(`the key at ${name} is revoked (p= is empty): ${publish}, or sign with a new selector.`);
  if (key !== publicKey.replaceAll(/\s/g, ''))
    return wrong(`the key at ${name} is not the one that mail is signed with: ${publish}.`);
  return good();
}

/** The key of a record, empty where it is revoked; none in a text that is no DKIM record. */
function keyIn(record: string): string[] {
  const tags = record.split(';').map((tag) => tag.trim());
  const key = tags.find((tag) => /^p\s*=/.test(tag));
  return key === undefined ? [] : [key.replace(/^p\s*=/, '').replaceAll(/\s/g, '')];
}
