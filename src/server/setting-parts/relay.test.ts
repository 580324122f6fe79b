import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { readSettings } from '#server/settings.ts';
import { relayShape } from './relay.ts';

const production = {
  SMTP_URL: 'smtp://nudge%40firm.example@smtp.office365.com:587',
  SITE_URL: 'https://nodomoto.firm.example',
  SECRET: 'thirty-two letters for the tests, or more',
};

const byClient = {
  SMTP_OAUTH_TOKEN_URL: 'https://login.microsoftonline.com/tenant/oauth2/v2.0/token',
  SMTP_OAUTH_CLIENT_ID: 'the client',
  SMTP_OAUTH_CLIENT_SECRET: 'its secret',
  SMTP_OAUTH_SCOPE: 'https://outlook.office365.com/.default',
};

const read = (more: Record<string, string>) => readSettings({ ...production, ...more });

function refusal(more: Record<string, string>): string {
  try {
    read(more);
  } catch (error) {
    if (error instanceof AppError && error.code === 'SETTINGS_INVALID') return error.message;
    throw error;
  }
  throw new Error('the settings were taken');
}

test('without them a password signs in, the usual authorities are believed and mail goes unsigned', () => {
  expect(read({})).toMatchObject({ smtpToken: null, smtpCaFile: null, smtpClientFiles: null, dkim: null });
});

test('a setting left blank is a setting not made', () => {
  const blank = Object.fromEntries(Object.keys(relayShape).map((name) => [name, '']));
  expect(read(blank)).toEqual(read({}));
});

test('a token is asked for by the client secret, or by a refresh token', () => {
  expect(read(byClient).smtpToken).toEqual({
    tokenUrl: byClient.SMTP_OAUTH_TOKEN_URL,
    clientId: 'the client',
    clientSecret: 'its secret',
    scope: 'https://outlook.office365.com/.default',
    refreshToken: null,
  });
  const { SMTP_OAUTH_CLIENT_SECRET: _, SMTP_OAUTH_SCOPE: __, ...rest } = byClient;
  expect(read({ ...rest, SMTP_OAUTH_REFRESH_TOKEN: 'once agreed' }).smtpToken).toMatchObject({
    clientSecret: null,
    scope: null,
    refreshToken: 'once agreed',
  });
});

test('whatever of a login by token is missing is named, all at once', () => {
  const message = refusal({ SMTP_OAUTH_SCOPE: 'https://outlook.office365.com/.default' });
  expect(message).toContain('SMTP_OAUTH_TOKEN_URL: is missing, as SMTP_OAUTH_SCOPE is set');
  expect(message).toContain('SMTP_OAUTH_CLIENT_ID: is missing');
  expect(message).toContain(
    'SMTP_OAUTH_CLIENT_SECRET: is missing, as SMTP_OAUTH_SCOPE is set; or set SMTP_OAUTH_REFRESH_TOKEN',
  );
});

test('the user of a token stands in SMTP_URL, and a password there contradicts it', () => {
  expect(refusal({ ...byClient, SMTP_URL: 'smtp://smtp.office365.com:587' })).toContain('SMTP_URL: name the user');
  expect(refusal({ ...byClient, SMTP_URL: 'smtp://nudge:secret@smtp.office365.com:587' })).toContain(
    'SMTP_URL: leave out the password',
  );
  expect(refusal({ ...byClient, SMTP_URL: '', DEMO: '1' })).toContain(
    'SMTP_URL: is missing, as SMTP_OAUTH_TOKEN_URL and',
  );
});

test('no secret goes unencrypted to another machine', () => {
  const at = (url: string) => ({ ...byClient, SMTP_OAUTH_TOKEN_URL: url });
  expect(refusal(at('http://login.firm.example/token'))).toContain('use https://, since a secret is sent there');
  expect(refusal(at('login.firm.example'))).toContain('write the address of the token server');
  expect(read(at('http://127.0.0.1:8080/token')).smtpToken?.tokenUrl).toBe('http://127.0.0.1:8080/token');
});

test('a client certificate and its key go together', () => {
  expect(read({ SMTP_CLIENT_CERT_FILE: 'a.pem', SMTP_CLIENT_KEY_FILE: 'a.key' }).smtpClientFiles).toEqual({
    certificate: 'a.pem',
    key: 'a.key',
  });
  expect(refusal({ SMTP_CLIENT_CERT_FILE: 'a.pem' })).toContain('SMTP_CLIENT_KEY_FILE: is missing');
  expect(refusal({ SMTP_CLIENT_KEY_FILE: 'a.key' })).toContain('SMTP_CLIENT_CERT_FILE: is missing');
});

test('a signing domain is that of the sender unless another is set', () => {
  const signed = { DKIM_SELECTOR: 'nudge2026', DKIM_KEY_FILE: 'rsa.pem' };
  const keys = [{ selector: 'nudge2026', file: 'rsa.pem' }];
  expect(read(signed).dkim).toEqual({ domain: 'nodomoto.firm.example', keys });
  expect(read({ ...signed, MAIL_FROM: 'Lessons <nudge@Bücher.example>' }).dkim?.domain).toBe('xn--bcher-kva.example');
  expect(read({ ...signed, DKIM_DOMAIN: 'Firm.example' }).dkim).toEqual({ domain: 'firm.example', keys });
});

test('two keys have two selectors, in the same order', () => {
  expect(read({ DKIM_SELECTOR: 'nudge-r, nudge-e', DKIM_KEY_FILE: 'rsa.pem,ed25519.pem' }).dkim?.keys).toEqual([
    { selector: 'nudge-r', file: 'rsa.pem' },
    { selector: 'nudge-e', file: 'ed25519.pem' },
  ]);
});

test.each([
  [{ DKIM_SELECTOR: 'nudge' }, 'DKIM_KEY_FILE: is missing, as DKIM_SELECTOR is set'],
  [{ DKIM_KEY_FILE: 'a.pem' }, 'DKIM_SELECTOR: is missing, as DKIM_KEY_FILE is set'],
  [{ DKIM_DOMAIN: 'firm.example' }, 'DKIM_KEY_FILE: is missing, as DKIM_DOMAIN is set'],
  [{ DKIM_SELECTOR: 'nudge', DKIM_KEY_FILE: 'a.pem,b.pem' }, 'give one for each file of DKIM_KEY_FILE, not 1 for 2'],
  [{ DKIM_SELECTOR: 'a,A', DKIM_KEY_FILE: 'a.pem,b.pem' }, 'give each key a selector of its own'],
  [{ DKIM_SELECTOR: 'a,b,c', DKIM_KEY_FILE: 'a.pem,b.pem,c.pem' }, 'DKIM_KEY_FILE: at most 2 keys'],
  [{ DKIM_SELECTOR: 'nudge 2026', DKIM_KEY_FILE: 'a.pem' }, 'write it as in nudge2026'],
  [
    { DKIM_SELECTOR: 'nudge', DKIM_KEY_FILE: 'a.pem', DKIM_DOMAIN: 'https://firm.example' },
    'DKIM_DOMAIN: write a domain as DNS has it',
  ],
])('%o is refused: %s', (more, sentence) => {
  expect(refusal(more)).toContain(sentence);
});
