import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { writtenFile } from '#testing/written-file.ts';
import { dkimRecord, dkimRecordName, isShort, readDkimKeys } from './dkim-keys.ts';

const fileOf = (key: KeyObject) => writtenFile('key.pem', key.export({ type: 'pkcs8', format: 'pem' }));
const rsaFile = (bits: number) => fileOf(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);
const ed25519File = () => fileOf(generateKeyPairSync('ed25519').privateKey);

const read = (...files: string[]) =>
  readDkimKeys({ domain: 'x.example', keys: files.map((file, index) => ({ selector: `key${index + 1}`, file })) });

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return `${error.message} ${error.mend}`;
    throw error;
  }
  throw new Error('the key was taken');
}

test('an RSA key and an Ed25519 key are read, each with its selector', () => {
  expect(read(rsaFile(2048), ed25519File())).toMatchObject([
    { selector: 'key1', kind: 'rsa', bits: 2048 },
    { selector: 'key2', kind: 'ed25519' },
  ]);
});

test('an RSA key is refused below 1024 bits and short below 2048; an Ed25519 key is never short', () => {
  expect(faultOf(() => read(rsaFile(1016)))).toMatch(/fewer than 1024 bits.*openssl genrsa/);
  const shortOnes = [1024, 2040, 2048].map((bits) => read(rsaFile(bits)).some(isShort));
  expect(shortOnes).toEqual([true, true, false]);
  expect(read(ed25519File()).some(isShort)).toBe(false);
});

test('a key of another kind is refused with the commands that make a good one', () => {
  const file = fileOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  expect(faultOf(() => read(file))).toMatch(
    /^DKIM_KEY_FILE: .* neither RSA nor Ed25519\. .*openssl genrsa .*openssl genpkey/,
  );
});

test('two keys of one kind make no sense', () => {
  expect(faultOf(() => read(ed25519File(), ed25519File()))).toContain('of the same kind as the one before it');
});

/** The key pairs of RFC 8463, appendix A, and what they publish. */
const published = {
  seed: 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=',
  record: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
};

test('the record of the key of RFC 8463 is the one of RFC 8463', () => {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([head, Buffer.from(published.seed, 'base64')]);
  const file = fileOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  expect(dkimRecord(file)).toBe(published.record);
  expect(dkimRecordName('brisbane', 'football.example.com')).toBe('brisbane._domainkey.football.example.com');
});

test('the record of an RSA key holds its public half, and nothing of the private one', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  expect(dkimRecord(fileOf(privateKey))).toBe(`v=DKIM1; k=rsa; p=${bytes}`);
});
