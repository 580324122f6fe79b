import { type Finding, look, note } from '../finding.ts';
import { dmarc } from './dmarc.ts';
import type { Dns } from './dns-records.ts';
import { mailDomain } from './mail-domain.ts';
import { spf } from './spf.ts';

/** What the DNS says of the domain that mail comes from. Once nobody has answered, nobody is asked further. */
export async function senderDomain(domain: string, dns: Dns): Promise<Finding[]> {
  if (!domain.includes('.'))
    return [{ what: `DNS of ${domain}`, ...note('not looked at: a name of one word is known to this network alone.') }];
  const first = await dns.mx(domain);
  if (first.kind === 'silent')
    return [await look(`DNS of ${domain}`, () => mailDomain(domain, { ...dns, mx: async () => first }))];
  return [
    await look(`mail for ${domain}`, () => mailDomain(domain, { ...dns, mx: async () => first })),
    await look(`SPF of ${domain}`, () => spf(domain, dns)),
    await look(`DMARC of ${domain}`, () => dmarc(domain, dns)),
  ];
}
