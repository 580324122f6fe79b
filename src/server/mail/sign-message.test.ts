import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { aLog } from '#testing/a-log.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { verifySignatures } from '#testing/verify-signatures.ts';
import { writtenFile } from '#testing/written-file.ts';
import { composeMessage } from './compose-message.ts';
import { dkimRecord, dkimRecordName } from './dkim-keys.ts';
import { openSigner } from './sign-message.ts';
import { openSmtpTransport } from './transport.ts';

const domain = 'nodomoto.example';
const now = Date.parse('2026-11-30T08:30:00Z');

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsaKey = (bits: number) => pemOf(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);
const ed25519Key = () => pemOf(generateKeyPairSync('ed25519').privateKey);

/** A signer with keys of its own, and what their owner would have published. */
async function aSigner(pems: readonly string[]) {
  const keys = pems.map((pem, index) => ({ selector: `key${index + 1}`, file: writtenFile('key.pem', pem) }));
  const { log, lines } = aLog();
  const records = keys.map(({ selector, file }) => [dkimRecordName(selector, domain), dkimRecord(file)]);
  return { sign: await openSigner({ domain, keys }, log), records: Object.fromEntries(records), logged: lines };
}

/** A nudge with everything that a mail can hold: two languages, long lines, dots, an empty line at its end. */
const nudge = () =>
  composeMessage({
    from: 'Nodomoto 研修 <nudge@nodomoto.example>',
    to: { name: '川上 芽衣', address: 'mei@kazehaya.example' },
    subject: 'あと四日の在庫で、どうしますか',
    text: '.one dot\n..two  dots \n\n四日\n\n\n',
    html: `<p>${'a long line '.repeat(40)}</p>`,
    messageId: '<1@nodomoto.example>',
    date: now,
    list: { unsubscribeUrl: `https://nodomoto.example/leave/${'x'.repeat(90)}`, id: 'nudges.nodomoto.example' },
  });

/** What a real mail server has after the mail went over a socket. */
async function arrived(raw: Uint8Array): Promise<string> {
  const server = await aMailServer();
  const transport = openSmtpTransport(server.smtpUrl, aManner());
  await transport.deliver({ from: 'nudge@nodomoto.example', to: 'mei@kazehaya.example' }, raw);
  transport.close();
  return server.received[0] ?? '';
}

test.each([
  { keys: 'an RSA key', pems: () => [rsaKey(2048)], algorithms: ['rsa-sha256'] },
  { keys: 'an Ed25519 key', pems: () => [ed25519Key()], algorithms: ['ed25519-sha256'] },
  { keys: 'one of each', pems: () => [rsaKey(2048), ed25519Key()], algorithms: ['rsa-sha256', 'ed25519-sha256'] },
])('signatures by $keys hold for what arrived', async ({ pems, algorithms }) => {
  const { sign, records } = await aSigner(pems());
  const found = verifySignatures(await arrived(await sign(await nudge(), now)), records);
  expect(found.map(({ algorithm }) => algorithm).sort()).toEqual(algorithms.toSorted());
  for (const signature of found) expect(signature).toMatchObject({ domain, holds: true });
});

test('a mail that was changed after signing is found out, in its body and in every header that matters', async () => {
  const { sign, records } = await aSigner([rsaKey(2048), ed25519Key()]);
  const raw = await arrived(await sign(await nudge(), now));
  const holds = (text: string) => verifySignatures(text, records).map((signature) => signature.holds);
  expect(holds(raw)).toEqual([true, true]);
  expect(holds(raw.replace('a long line', 'a tall line'))).toEqual([false, false]);
  for (const name of [
    'From',
    'To',
    'Subject',
    'Date',
    'Message-ID',
    'MIME-Version',
    'Content-Type',
    'Auto-Submitted',
    'List-Id',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
  ]) {
    const changed = raw.replace(new RegExp(`^${name}:`, 'im'), '$&x');
    expect(changed, name).not.toBe(raw);
    expect(holds(changed), name).toEqual([false, false]);
  }
});

test('both headers of one-click unsubscribing are covered, as RFC 8058 asks', async () => {
  const { sign, records } = await aSigner([ed25519Key()]);
  const [signature] = verifySignatures(await arrived(await sign(await nudge(), now)), records);
  expect(signature?.covers).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from']));
});

test('the same mail signed at the same time is the same bytes, and what was composed lies in it untouched', async () => {
  const { sign } = await aSigner([rsaKey(2048), ed25519Key()]);
  const raw = await nudge();
  const [once, again] = [Buffer.from(await sign(raw, now)), Buffer.from(await sign(raw, now))];
  expect(once.equals(again)).toBe(true);
  expect(once.subarray(-raw.length).equals(raw)).toBe(true);
  expect(once.toString()).toContain(`t=${now / 1000};`);
});

test('a mail that cannot be signed is not sent unsigned', async () => {
  const { sign } = await aSigner([ed25519Key()]);
  const nobody = new TextEncoder().encode('Subject: from nobody\r\n\r\nfour days\r\n');
  await expect(sign(nobody, now)).rejects.toThrow('The message could not be signed.');
});

test('without keys a mail goes as it was composed', async () => {
  const raw = await nudge();
  expect(await (await openSigner(null, aLog().log))(raw, now)).toBe(raw);
});

test('an RSA key of fewer than 2048 bits signs, and the log says that it is short', async () => {
  const { sign, records, logged } = await aSigner([rsaKey(1024)]);
  expect(logged()).toEqual([expect.objectContaining({ event: 'signing-key-short', bits: 1024 })]);
  const [signature] = verifySignatures(await arrived(await sign(await nudge(), now)), records);
  expect(signature?.holds).toBe(true);
});
