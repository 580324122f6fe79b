import { generateKeyPairSync } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { aMailServer } from '#testing/a-mail-server.ts';
import { runScript } from '#testing/running-product.ts';
import { verifySignatures } from '#testing/verify-signatures.ts';
import { writtenFile } from '#testing/written-file.ts';

const to = 'mei@kazehaya.example';
const site = { SITE_URL: 'https://nodomoto.example', SECRET: 'thirty-two letters for the tests, or more' };

const testMail = (settings: Record<string, string>, ...args: string[]) =>
  runScript('scripts/nudge.ts', ['test-mail', ...args], settings);

test('a test letter goes over the mail server of the settings, and what it said is printed', async () => {
  const server = await aMailServer();
  const { code, stdout } = await testMail({ ...site, SMTP_URL: server.smtpUrl }, to);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^127\.0\.0\.1:\d+ took the test letter from Nodomoto <nudge@nodomoto\.example> to mei@.* It said: 250 /,
  );
  const mail = await simpleParser(server.received[0] ?? '');
  expect(mail.subject).toBe('Test letter from Nodomoto');
  expect(mail.text).toMatch(/There is nothing to do\.[\s\S]*試験メールです。/);
  expect(mail.messageId).toMatch(/^<[\w-]+@nodomoto\.example>$/);
});

test('the test letter is signed as all mail is, and what dkim-record prints makes its signature hold', async () => {
  const server = await aMailServer();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signing = {
    ...site,
    SMTP_URL: server.smtpUrl,
    DKIM_SELECTOR: 'nudge2026',
    DKIM_KEY_FILE: writtenFile('rsa.pem', privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
  expect(await testMail(signing, to)).toMatchObject({ code: 0 });
  const printed = await runScript('scripts/nudge.ts', ['dkim-record'], signing);
  const [, name = '', value = ''] = /^Name {3}(\S+)\nType {3}TXT\nValue {2}(.+)$/m.exec(printed.stdout) ?? [];
  expect(name).toBe('nudge2026._domainkey.nodomoto.example');
  expect(verifySignatures(server.received[0] ?? '', { [name]: value })).toMatchObject([{ holds: true }]);
  const strings = [...printed.stdout.matchAll(/"([^"]+)"/g)].map(([, part]) => part ?? '');
  expect(strings.join('')).toBe(value);
  for (const part of strings) expect(part.length).toBeLessThanOrEqual(255);
});

test('without a signing key there is no record to print', async () => {
  const { code, stderr } = await runScript('scripts/nudge.ts', ['dkim-record'], site);
  expect([code, stderr]).toEqual([1, expect.stringContaining('NO_SIGNING_KEY')]);
});

test('a signing key that is not there is named before anything is sent', async () => {
  const server = await aMailServer();
  const signing = { ...site, SMTP_URL: server.smtpUrl, DKIM_SELECTOR: 'nudge2026', DKIM_KEY_FILE: 'no/such/key.pem' };
  const { code, stderr } = await testMail(signing, to);
  expect([code, stderr]).toEqual([1, expect.stringContaining('DKIM_KEY_FILE: no/such/key.pem is not there.')]);
  expect(server.connections).toBe(0);
});

test('what a server says that takes no letter is printed, and the exit is 1', async () => {
  const server = await aMailServer({ at: 'RCPT', reply: '550 5.7.1 you may not send as this sender' });
  const { code, stdout, stderr } = await testMail({ ...site, SMTP_URL: server.smtpUrl }, to);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/refused the test letter: “.*you may not send as this sender/);
  expect(stderr).toContain('Code: TEST_MAIL_NOT_TAKEN');
});

test('without a mail server there is none to test, and what is no address is wrong usage', async () => {
  const { code, stderr } = await testMail({}, to);
  expect([code, stderr.split('\n')[0]]).toEqual([1, 'No mail server is set, so there is none to test.']);
  expect(await testMail({}, 'mei')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"mei" is not an e-mail'),
  });
  expect(await testMail({})).toMatchObject({ code: 2 });
});

test('the way on which the operator is told of troubles is tried with a letter of its own', async () => {
  const server = await aMailServer();
  const operator = { OPERATOR_EMAIL: 'op@firm.example', OPERATOR_SMTP_URL: server.smtpUrl };
  const { code, stdout } = await testMail(operator, '--operator');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^127\.0\.0\.1:\d+ took the test letter to op@firm\.example\. It said: 250 /);
  expect(server.received[0]).toContain('To: op@firm.example');
  expect(await testMail({}, '--operator')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Code: NO_OPERATOR'),
  });
  expect(await testMail(operator, '--operator', to)).toMatchObject({ code: 2 });
});
