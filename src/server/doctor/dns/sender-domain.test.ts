import { expect, test } from 'vitest';
import { aDns, type Zone } from '#testing/a-dns-server.ts';
import { type DkimSigner, dkim } from './dkim.ts';
import { openDns } from './dns-records.ts';
import { senderDomain } from './sender-domain.ts';

const domain = 'mail.firm.example';
const spfRecord = 'v=spf1 include:relay.example -all';
const asShould: Zone = {
  [domain]: { MX: ['mx.firm.example'], TXT: ['some other text', spfRecord] },
  '_dmarc.firm.example': { TXT: ['v=DMARC1; p=reject; rua=mailto:post@firm.example'] },
};

async function found(zone: Zone): Promise<Record<string, string>> {
  const findings = await senderDomain(domain, await aDns(zone));
  return Object.fromEntries(findings.map(({ what, grade, says }) => [what, says ? `${grade}: ${says}` : grade]));
}

test('a domain that takes mail and has SPF, under one that has DMARC, is good', async () => {
  expect(await found(asShould)).toEqual({
    [`mail for ${domain}`]: 'good',
    [`SPF of ${domain}`]: 'good',
    [`DMARC of ${domain}`]: 'good',
  });
});

test.each<[string, Zone[string], RegExp]>([
  ['no SPF record', { TXT: ['v=spf10 -all', 'spf'] }, /^note: .*does not say who may send for it.*TXT record such as/],
  ['two of them', { TXT: [spfRecord, 'V=SPF1 -all'] }, /^wrong: .*2 records that begin with v=spf1.*Make one of them/],
  ['one that lets in everybody', { TXT: ['v=spf1 mx all'] }, /^note: .*whole world.*-all or ~all/],
  ['one that lets in everybody by a plus', { TXT: ['v=spf1 +all'] }, /^note: .*whole world/],
  ['one that hides "all" in a name', { TXT: ['v=spf1 include:all.example ~all'] }, /^good$/],
  ['a record in two parts', { TXT: [['v=spf1 include:relay.ex', 'ample -all']] }, /^good$/],
  ['one whose name stands in another case', { TXT: ['v=SPF1'] }, /^good$/],
])('SPF: %s', async (_, name, says) => {
  const told = await found({ ...asShould, [domain]: { MX: ['mx.firm.example'], ...(name === 'refused' ? {} : name) } });
  expect(told[`SPF of ${domain}`]).toMatch(says);
});

test.each<[string, Zone, RegExp]>([
  ['none anywhere', { '_dmarc.firm.example': {} }, /^note: neither .* nor a domain above it has a DMARC record/],
  ['one of its own', { '_dmarc.mail.firm.example': { TXT: ['v=DMARC1;p=none'] } }, /^good$/],
  ['a policy nobody knows', { '_dmarc.firm.example': { TXT: ['v=DMARC1; p=block'] } }, /^note: .*p=none, p=quarantine/],
  [
    'a policy for the domains below alone',
    { '_dmarc.firm.example': { TXT: ['v=DMARC1; sp=none'] } },
    /^note: .*no policy/,
  ],
  ['two records', { '_dmarc.firm.example': { TXT: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } }, /^note: .*2 records/],
  ['a record of another make', { '_dmarc.firm.example': { TXT: ['v=DMARC12; p=none'] } }, /^note: neither/],
  [
    'no answer half-way',
    { '_dmarc.firm.example': 'refused' },
    /^note: not looked at: .*_dmarc\.firm\.example \(EREFUSED\)/,
  ],
])('DMARC: %s', async (_, zone, says) => {
  expect((await found({ ...asShould, ...zone }))[`DMARC of ${domain}`]).toMatch(says);
});

test.each<[string, Zone[string] | undefined, RegExp]>([
  ['only an address', { A: ['192.0.2.1'] }, /^good$/],
  ['an MX record that says that it takes none', { MX: ['.'] }, /^wrong: .*takes no mail \(a null MX\).*MAIL_FROM/],
  ['nothing that takes mail', { TXT: [spfRecord] }, /^note: .*no host that takes mail.*MX record/],
  ['no such name', undefined, /^note: .*no host that takes mail/],
])('mail that goes back: %s', async (_, name, says) => {
  const { [domain]: _own, ...others } = asShould;
  const told = await found(name === undefined ? others : { ...others, [domain]: name });
  expect(told[`mail for ${domain}`]).toMatch(says);
});

test('where no DNS answers, one note says so, and nothing is called wrong', async () => {
  expect(await found({ [domain]: 'refused' })).toEqual({
    [`DNS of ${domain}`]: `note: not looked at: no DNS answers here about ${domain} (EREFUSED). Look from a machine that has it, with dig or host.`,
  });
  const nobody = openDns(['127.0.0.1:9']);
  expect(await senderDomain(domain, nobody)).toMatchObject([
    { grade: 'note', says: expect.stringMatching(/not looked at/) },
  ]);
});

test('a sender at a name of one word is not asked about', async () => {
  expect(await senderDomain('localhost', openDns(['127.0.0.1:9']))).toMatchObject([{ grade: 'note' }]);
});

const signer: DkimSigner = { domain, selector: 'n1', publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A' };
const keyName = `n1._domainkey.${domain}`;

test.each<[string, Zone, RegExp]>([
  ['the key is there', { [keyName]: { TXT: [`v=DKIM1; k=rsa; p=${signer.publicKey}`] } }, /^good$/],
  [
    'in parts, with spaces in it',
    { [keyName]: { TXT: [['v=DKIM1; p=MIIBIjANBgkqhkiG ', '9w0BAQEFAAOCAQ8A;']] } },
    /^good$/,
  ],
  ['it is not', {}, /^wrong: .*a key that nobody finds: publish a TXT record at n1\._domainkey\..* with p=MIIB/],
  ['something else is', { [keyName]: { TXT: ['hello; padding=1'] } }, /^wrong: .*nobody finds/],
  ['another is', { [keyName]: { TXT: ['v=DKIM1; p=MIIBother'] } }, /^wrong: .*not the one/],
  ['it was revoked', { [keyName]: { TXT: ['v=DKIM1; p='] } }, /^wrong: .*revoked/],
  ['two are', { [keyName]: { TXT: [`p=${signer.publicKey}`, 'p=MIIBother'] } }, /^note: .*2 keys/],
  ['nobody answers', { [keyName]: 'refused' }, /^note: not looked at/],
])('DKIM: %s', async (_, zone, says) => {
  const { grade, says: told } = await dkim(signer, await aDns(zone));
  expect(told ? `${grade}: ${told}` : grade).toMatch(says);
});
