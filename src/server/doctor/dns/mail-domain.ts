import { good, note, type Verdict, wrong } from '../finding.ts';
import type { Dns } from './dns-records.ts';
import { notAnswered } from './not-answered.ts';

/** Whether mail can go back to the sender’s domain: receivers refuse mail that could not be answered or returned. */
export async function mailDomain(domain: string, dns: Dns): Promise<Verdict> {
  const mx = await dns.mx(domain);
  if (mx.kind === 'silent') return notAnswered(domain, mx.reason);
  if (mx.kind === 'found')
    return mx.records.every((host) => host === '' || host === '.')
      ? wrong(
          `${domain} says that it takes no mail (a null MX), and many receivers refuse mail from such a domain. Set MAIL_FROM to a domain that takes mail.`,
        )
      : good();
  const addresses = await dns.addresses(domain);
  if (addresses.kind === 'silent') return notAnswered(domain, addresses.reason);
  if (addresses.kind === 'found') return good();
  return note(
    `the DNS here knows no host that takes mail for ${domain}. If that of receivers does not either, they refuse its mail, and what bounces is lost: have an MX record published, or set MAIL_FROM to another domain.`,
  );
}
