import { good, note, type Verdict, wrong } from '../finding.ts';
import type { Dns } from './dns-records.ts';
import { notAnswered } from './not-answered.ts';

/**
 * Whether a domain says who may send for it (RFC 7208). Whether our relay is among them cannot be told from here: it may send from any of its
 * addresses, and only a receiver sees which.
 */
export async function spf(domain: string, dns: Dns): Promise<Verdict> {
  const answer = await dns.txt(domain);
  if (answer.kind === 'silent') return notAnswered(domain, answer.reason);
  const all = answer.kind === 'found' ? answer.records : [];
  const [record, ...others] = all.filter((text) => /^v=spf1(?: |$)/i.test(text));
  if (record === undefined)
    return note(
      `${domain} does not say who may send for it, which makes its mail look forged. Its keeper should publish a TXT record such as "v=spf1 include:RELAY -all"; the relay’s keeper knows what stands for RELAY.`,
    );
  if (others.length > 0)
    return wrong(
      `${domain} has ${others.length + 1} records that begin with v=spf1, and receivers then believe none of them. Make one of them.`,
    );
  if (/ \+?all(?: |$)/i.test(record))
    return note(`${domain} lets the whole world send for it (+all). End the record with -all or ~all.`);
  return good();
}
