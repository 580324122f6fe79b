import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { anAuthority } from '#testing/an-authority.ts';
import { writtenFile } from '#testing/written-file.ts';
import { readAuthorities, readClientCertificate, readPrivateKey } from './pem-files.ts';

const dayMs = 86_400_000;

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError && error.code === 'PEM_FILE_UNUSABLE') return `${error.message} ${error.mend}`;
    throw error;
  }
  throw new Error('the file was taken');
}

function aKey(passphrase?: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const hidden = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return privateKey.export({ type: 'pkcs8', format: 'pem', ...hidden }).toString();
}

test('every certificate of a bundle is believed, and one that has run out does no harm beside another', async () => {
  const [one, other] = [anAuthority(), anAuthority()];
  const old = one.issue('old.example', new Date(0));
  const file = writtenFile('ca.pem', `# our own\n${one.cert}\n${old.cert}\n${other.cert}`);
  expect(readAuthorities(file, Date.now())).toHaveLength(3);
});

test('a client certificate and its key may lie in one file', async () => {
  const { cert, key } = anAuthority().issue('nudge.example');
  const file = writtenFile('both.pem', `${cert}\n${key}`);
  const read = readClientCertificate({ certificate: file, key: file }, Date.now());
  expect(read.cert).toContain('BEGIN CERTIFICATE');
  expect(read.key).toContain('BEGIN PRIVATE KEY');
});

test('a file that is not there, or cannot be read, is named with its setting', () => {
  const missing = join(tmpdir(), 'nobody-wrote-this.pem');
  expect(faultOf(() => readAuthorities(missing, 0))).toBe(
    `SMTP_CA_FILE: ${missing} is not there. Check the path; it starts from the folder Nodomoto runs in.`,
  );
  expect(faultOf(() => readAuthorities(tmpdir(), 0))).toContain('cannot be read. Let the user');
});

test('what is not PEM is told with the command that makes it so', async () => {
  const { cert } = anAuthority();
  const der = Buffer.from(cert.replaceAll(/-----.*-----|\s/g, ''), 'base64');
  expect(faultOf(() => readAuthorities(writtenFile('ca.der', der), 0))).toMatch(/no certificate in PEM.*openssl x509/);
  const broken = cert.replace(/\n[^-]{20}/, '\n');
  expect(faultOf(() => readAuthorities(writtenFile('ca.pem', broken), 0))).toContain('no certificate in PEM');
  expect(faultOf(() => readPrivateKey('DKIM_KEY_FILE', writtenFile('key.der', der)))).toMatch(
    /no private key in PEM.*openssl pkey/,
  );
});

test('a key behind a passphrase, and a public key, are told apart from what is no key', () => {
  const hidden = writtenFile('key.pem', aKey('secret'));
  expect(faultOf(() => readPrivateKey('SMTP_CLIENT_KEY_FILE', hidden))).toContain('behind a passphrase');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const open = writtenFile('key.pem', publicKey.export({ type: 'spki', format: 'pem' }));
  expect(faultOf(() => readPrivateKey('DKIM_KEY_FILE', open))).toContain('holds the public key only');
});

test('a key that does not belong to the certificate is told as that', async () => {
  const { cert } = anAuthority().issue('nudge.example');
  const files = { certificate: writtenFile('client.pem', cert), key: writtenFile('client.key', aKey()) };
  expect(faultOf(() => readClientCertificate(files, Date.now()))).toMatch(
    /^SMTP_CLIENT_KEY_FILE: .*client\.key holds a key that does not belong/,
  );
});

test('a certificate is refused a second after its time, and before it', async () => {
  const from = new Date('2026-11-01T00:00:00Z');
  const { cert, key } = anAuthority().issue('nudge.example', from);
  const files = { certificate: writtenFile('client.pem', cert), key: writtenFile('client.key', key) };
  const at = (ms: number) => () => readClientCertificate(files, from.getTime() + ms);
  expect(at(dayMs)()).toMatchObject({ cert: expect.stringContaining('BEGIN CERTIFICATE') });
  expect(faultOf(at(dayMs + 1000))).toContain('has expired. Have it renewed');
  expect(faultOf(at(-1000))).toContain('is not valid yet. Check the clock');
  expect(faultOf(() => readAuthorities(files.certificate, from.getTime() + 2 * dayMs))).toMatch(
    /^SMTP_CA_FILE: .* has expired/,
  );
});
