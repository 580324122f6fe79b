import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '#server/settings.ts';
import { aLog } from '#testing/a-log.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aTokenServer, clientSecret } from '#testing/a-token-server.ts';
import { type Authority, anAuthority } from '#testing/an-authority.ts';
import { writtenFile } from '#testing/written-file.ts';
import { relayManner } from './relay-manner.ts';
import { openSmtpTransport } from './transport.ts';

const envelope = { from: 'nudge@nodomoto.example', to: 'mei@kazehaya.example' };
const letter = new TextEncoder().encode('Subject: stock\r\n\r\nfour days\r\n');

/** No loopback address by name, though it leads to this machine: here certificates count. */
const outside = '0.0.0.0';

/** Sends one mail as the settings say, by way of an address that counts as outside. */
async function deliver(smtpUrl: string, more: Record<string, string>) {
  const settings = readSettings({
    SMTP_URL: smtpUrl.replace('127.0.0.1', outside),
    SITE_URL: 'https://nodomoto.example',
    SECRET: 'thirty-two letters for the tests, or more',
    ...more,
  });
  const transport = openSmtpTransport(
    settings.smtpUrl ?? '',
    relayManner(settings, { clock: Date.now, log: aLog().log }),
  );
  onTestFinished(() => transport.close());
  return transport.deliver(envelope, letter);
}

const ownAuthority = (authority: Authority) => ({ SMTP_CA_FILE: writtenFile('ca.pem', authority.cert) });

test.each(['smtp', 'smtps'] as const)(
  'over %s a server whose certificate is of our own authority gets mail once that is believed',
  async (scheme) => {
    const authority = anAuthority();
    const { cert, key } = authority.issue(outside);
    const server = await aMailServer('accepts', { tls: { cert, key }, isSecure: scheme === 'smtps' });
    expect(await deliver(server.smtpUrl, {})).toMatchObject({ kind: 'deferred', trouble: 'tls' });
    expect(await deliver(server.smtpUrl, ownAuthority(authority))).toMatchObject({ kind: 'accepted' });
  },
);

test('an authority of our own vouches for no other name, and another authority not for this server', async () => {
  const authority = anAuthority();
  const misnamed = await aMailServer('accepts', { tls: authority.issue('mail.example') });
  expect(await deliver(misnamed.smtpUrl, ownAuthority(authority))).toMatchObject({
    trouble: 'tls',
    reply: expect.stringContaining('altnames'),
  });
  const server = await aMailServer('accepts', { tls: authority.issue(outside) });
  expect(await deliver(server.smtpUrl, ownAuthority(anAuthority()))).toMatchObject({ trouble: 'tls' });
});

test('the usual authorities are believed besides our own', async () => {
  const settings = readSettings({
    SMTP_URL: 'smtp://mail.example',
    SITE_URL: 'https://nodomoto.example',
    SECRET: 'thirty-two letters for the tests, or more',
    ...ownAuthority(anAuthority()),
  });
  const { authorities } = relayManner(settings, { clock: Date.now, log: aLog().log });
  expect(authorities.length).toBeGreaterThan(100);
});

test('a server that asks who we are gets mail only with a certificate that its authority gave out', async () => {
  const authority = anAuthority();
  const tls = { ...authority.issue(outside), ca: authority.cert, requestCert: true, rejectUnauthorized: true };
  const server = await aMailServer('accepts', { tls });
  const showing = async (from: Authority) => {
    const { cert, key } = from.issue('nudge.example');
    return {
      ...ownAuthority(authority),
      SMTP_CLIENT_CERT_FILE: writtenFile('client.pem', cert),
      SMTP_CLIENT_KEY_FILE: writtenFile('client.key', key),
    };
  };
  expect((await deliver(server.smtpUrl, ownAuthority(authority))).kind).toBe('deferred');
  expect((await deliver(server.smtpUrl, await showing(anAuthority()))).kind).toBe('deferred');
  expect(await deliver(server.smtpUrl, await showing(authority))).toMatchObject({ kind: 'accepted' });
  expect(server.received).toHaveLength(1);
});

test('with the SMTP_OAUTH settings mail goes by token, encrypted', async () => {
  const authority = anAuthority();
  const tokenServer = await aTokenServer();
  const server = await aMailServer('accepts', {
    user: envelope.from,
    judgeToken: async (token) => ((await tokenServer.isGood(token)) ? null : { reply: '535 5.7.3 no' }),
    tls: authority.issue(outside),
  });
  const { tokenUrl, clientId, scope } = tokenServer.grant;
  const outcome = await deliver(server.smtpUrl, {
    ...ownAuthority(authority),
    SMTP_OAUTH_TOKEN_URL: tokenUrl,
    SMTP_OAUTH_CLIENT_ID: clientId,
    SMTP_OAUTH_CLIENT_SECRET: clientSecret,
    SMTP_OAUTH_SCOPE: scope ?? '',
  });
  expect(outcome).toMatchObject({ kind: 'accepted' });
});
