import { good, note, type Verdict } from '../finding.ts';
import type { Dns } from './dns-records.ts';
import { notAnswered } from './not-answered.ts';

/** RFC 9989 looks at no more names than this. */
const mostNames = 8;

/** Whether a domain, or one above it, says what becomes of mail that is signed by nobody (RFC 9989). */
export async function dmarc(domain: string, dns: Dns): Promise<Verdict> {
  for (const name of namesAbove(domain)) {
    const answer = await dns.txt(`_dmarc.${name}`);
    if (answer.kind === 'silent') return notAnswered(`_dmarc.${name}`, answer.reason);
    const found = answer.kind === 'found' ? answer.records.filter((text) => /^v=DMARC1\s*(?:;|$)/.test(text)) : [];
    if (found.length > 1)
      return note(
        `_dmarc.${name} has ${found.length} records that begin with v=DMARC1, and receivers believe none of them. Make one of them.`,
      );
    if (found[0] !== undefined) return policyOf(found[0], name);
  }
  return note(
    `neither ${domain} nor a domain above it has a DMARC record, which large receivers ask of whoever sends much. Its keeper should publish a TXT record at _dmarc.${domain}, to begin with "v=DMARC1; p=none; rua=mailto:SOMEBODY@${domain}".`,
  );
}

function policyOf(record: string, name: string): Verdict {
  const policy = /(?:^|;)\s*p\s*=\s*(\w+)/.exec(record)?.[1]?.toLowerCase();
  if (policy && ['none', 'quarantine', 'reject'].includes(policy)) return good();
  return note(
    `the record at _dmarc.${name} has no policy that receivers know. Write p=none, p=quarantine or p=reject into it.`,
  );
}

/** The domain and those above it, but for the last label alone. Of a long one the middle is left out, as receivers do. */
function namesAbove(domain: string): string[] {
  const labels = domain.split('.');
  const names = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  return names.length <= mostNames ? names : [domain, ...names.slice(1 - mostNames)];
}
