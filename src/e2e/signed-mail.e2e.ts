import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { dkimRecord, dkimRecordName } from '#server/mail/dkim-keys.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aRunningApp } from '#testing/a-running-app.ts';
import { dueMails, planDueMail } from '#testing/due-mail.ts';
import { verifySignatures } from '#testing/verify-signatures.ts';
import { writtenFile } from '#testing/written-file.ts';

const hourMs = 3_600_000;
const trainer = 'mei@kazehaya.example';
const domain = 'kazehaya.example';

const fileOf = (key: KeyObject) => writtenFile('key.pem', key.export({ type: 'pkcs8', format: 'pem' }));

it('nudges and letters arrive signed with both keys, and one that is sent again is the same bytes with the same signatures', async () => {
  let aheadMs = 0;
  const server = await aMailServer('keeps silent after the dot for p0@works.example');
  const files = [
    fileOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    fileOf(generateKeyPairSync('ed25519').privateKey),
  ];
  const environment = {
    SMTP_URL: server.smtpUrl,
    MAIL_FROM: `Lessons <nudge@${domain}>`,
    TRAINERS: trainer,
    DKIM_SELECTOR: 'rsa,ed',
    DKIM_KEY_FILE: files.join(','),
  };
  const { app, port, close } = await aRunningApp(() => Date.now() + aheadMs, environment);
  onTestFinished(close);
  const { dataDir, siteUrl, secret } = app.settings;
  await planDueMail({ ...environment, DATA_DIR: dataDir, SITE_URL: siteUrl, SECRET: secret ?? '' });
  const round = app.sendDue();
  await vi.waitFor(() => expect(server.received).toHaveLength(dueMails), 20_000);
  server.hangUp();
  await round;
  server.behave('accepts');
  aheadMs = hourMs / 4;
  await app.sendDue();
  await fetch(`http://localhost:${port}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: `http://localhost:${port}` },
    body: new URLSearchParams({ email: trainer }),
  });
  await vi.waitFor(() => expect(server.received).toHaveLength(dueMails + 2), 20_000);

  const twice = server.received.filter((raw) => raw.includes('p0@works.example'));
  expect(twice).toHaveLength(2);
  expect(twice[1]).toBe(twice[0]);
  expect(server.received.some((raw) => raw.includes(trainer))).toBe(true);
  const records = Object.fromEntries(
    ['rsa', 'ed'].map((selector, index) => [dkimRecordName(selector, domain), dkimRecord(files[index] ?? '')]),
  );
  for (const raw of server.received) {
    const found = verifySignatures(raw, records);
    expect(found.map(({ selector, holds }) => [selector, holds])).toEqual([
      ['rsa', true],
      ['ed', true],
    ]);
  }
});
