import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { readSettings } from './settings.ts';

const production = {
  SMTP_URL: 'smtp://mail.example:587',
  SITE_URL: 'https://nodomoto.example/',
  SECRET: 'thirty-two letters for the tests, or more',
};

function refusal(environment: Record<string, string>): AppError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}

test('without any setting the demo starts on this machine', () => {
  expect(readSettings({})).toMatchObject({
    port: 4321,
    host: 'localhost',
    dataDir: '.nodomoto',
    databaseUrl: null,
    siteUrl: 'http://localhost:4321',
    smtpUrl: null,
    smtpTls: null,
    smtpConnections: 5,
    smtpPerMinute: null,
    secret: null,
    mailFrom: 'Nodomoto <nudge@nodomoto.example>',
    bounceAddress: null,
    bounceImapUrl: null,
    bounceListen: null,
    trainers: [],
    showByName: 'done',
    smallestTeam: 5,
    demo: true,
    unknownPolicy: 'resend',
    operator: null,
    metricsToken: null,
    logLevel: 'info',
  });
});

test('a setting left blank is a setting not made', () => {
  expect(
    readSettings({
      PORT: '',
      SITE_URL: '',
      SMTP_URL: '',
      SMTP_TLS: '',
      SMTP_CONNECTIONS: '',
      SECRET: '',
      DEMO: '',
      TRAINERS: '',
      SHOW_BY_NAME: '',
      SMALLEST_TEAM: '',
      MAIL_FROM: '',
      UNKNOWN_POLICY: '',
      METRICS_TOKEN: '',
      LOG_LEVEL: '',
    }),
  ).toEqual(readSettings({}));
});

test('with a mail server it is production, and the site’s address loses its last slash', () => {
  expect(readSettings(production)).toMatchObject({
    demo: false,
    smtpUrl: 'smtp://mail.example:587',
    siteUrl: 'https://nodomoto.example',
  });
});

test('the demo can be kept with a real mail server', () => {
  expect(readSettings({ ...production, DEMO: '1' })).toMatchObject({ demo: true, smtpUrl: 'smtp://mail.example:587' });
});

test.each(['SMTP_URL', 'SITE_URL', 'SECRET'] as const)('production does not start without %s', (missing) => {
  const { [missing]: _, ...rest } = production;
  const error = refusal({ ...rest, DEMO: '0' });
  expect(error.code).toBe('SETTINGS_MISSING');
  expect(error.message).toBe(`To send real mail, also set ${missing}.`);
  expect(error.mend).toContain('DEMO=1');
});

test.each([
  ['PORT', 'eighty', 'write a port number'],
  ['PORT', '70000', 'a port is at most 65535'],
  ['PORT', '-1', 'write a port number'],
  ['SITE_URL', 'nodomoto.example', 'write the full address of the site'],
  ['SITE_URL', 'ftp://nodomoto.example', 'write the full address of the site'],
  ['SITE_URL', 'https://intranet.example/nodomoto', 'leave out what follows the host'],
  ['SITE_URL', 'https://intranet.example/?from=mail', 'leave out what follows the host'],
  ['SITE_URL', 'https://mei:secret@intranet.example', 'leave out the name and password'],
  ['METRICS_TOKEN', 'short', 'at least 16 characters'],
  ['SMTP_URL', 'http://mail.example', 'smtp://user:password@host:587'],
  ['SECRET', 'short', 'at least 32 characters'],
  ['MAIL_FROM', 'Nodomoto', 'write it as Nodomoto <nudge@your-company.com>'],
  ['MAIL_FROM', 'Nodomoto <nudge>', 'write it as Nodomoto <nudge@your-company.com>'],
  ['TRAINERS', 'mei@kazehaya.example; jan', 'separate e-mail addresses by commas'],
  ['SHOW_BY_NAME', 'all', 'choose done or results'],
  ['SMALLEST_TEAM', '2', 'use 3 or more'],
  ['SMALLEST_TEAM', 'few', 'write a number of people'],
  ['DEMO', 'yes', 'use 1 for on, 0 for off'],
  ['UNKNOWN_POLICY', 'retry', 'choose resend or hold'],
  ['LOG_LEVEL', 'loud', 'choose one of debug, info, warn, error, silent'],
])('%s=%s is refused by name, with its mend', (name, value, mend) => {
  const error = refusal({ ...production, [name]: value });
  expect(error.code).toBe('SETTINGS_INVALID');
  expect(error.message).toContain(name);
  expect(error.message).toContain(mend);
  expect(error.mend).toContain('.env.example');
});

test('a site below a path is refused with one sentence', () => {
  expect(refusal({ SITE_URL: 'https://intranet.example/nodomoto/' }).message).toBe(
    'A setting cannot be used: SITE_URL: leave out what follows the host, as in https://nodomoto.your-company.com: Nodomoto needs a host name of its own.',
  );
});

test('every wrong setting is named at once', () => {
  const { message } = refusal({ PORT: 'eighty', DEMO: 'yes', SECRET: 'short' });
  for (const name of ['PORT', 'DEMO', 'SECRET']) expect(message).toContain(name);
});

test('trainers are told apart by commas, whatever the case and spaces', () => {
  expect(readSettings({ TRAINERS: ' Mei@Kazehaya.example , jan@kazehaya.example,' }).trainers).toEqual([
    'mei@kazehaya.example',
    'jan@kazehaya.example',
  ]);
});

test.each(['nudge@kazehaya.example', 'Kazehaya, lessons <nudge@kazehaya.example>'])('mail may come from %s', (from) => {
  expect(readSettings({ MAIL_FROM: from }).mailFrom).toBe(from);
});

test('encryption, connections and pace are set by name and number, and a wrong one is named', () => {
  expect(
    readSettings({ ...production, SMTP_TLS: 'allow', SMTP_CONNECTIONS: '12', SMTP_PER_MINUTE: '30' }),
  ).toMatchObject({
    smtpTls: 'allow',
    smtpConnections: 12,
    smtpPerMinute: 30,
  });
  expect(refusal({ ...production, SMTP_TLS: 'no' }).message).toContain('SMTP_TLS: choose require or allow');
  expect(refusal({ ...production, SMTP_CONNECTIONS: '21' }).message).toContain('SMTP_CONNECTIONS: at most 20');
  expect(refusal({ ...production, SMTP_CONNECTIONS: '0' }).message).toContain('SMTP_CONNECTIONS: at least 1');
  expect(refusal({ ...production, SMTP_PER_MINUTE: '0' }).message).toContain('SMTP_PER_MINUTE: at least 1');
  expect(refusal({ ...production, SMTP_PER_MINUTE: 'fast' }).message).toContain('SMTP_PER_MINUTE: write a number');
});

test('an operator is told over a mail server of their own, and both are set or neither', () => {
  const operator = { OPERATOR_EMAIL: 'op@firm.example', OPERATOR_SMTP_URL: 'smtps://op:x@other.example' };
  expect(readSettings({ ...production, ...operator }).operator).toEqual({
    email: 'op@firm.example',
    smtpUrl: 'smtps://op:x@other.example',
  });
  expect(refusal({ ...production, OPERATOR_EMAIL: 'op@firm.example' }).message).toContain('OPERATOR_SMTP_URL: set it');
  expect(refusal({ ...production, OPERATOR_SMTP_URL: 'smtp://other.example' }).message).toContain(
    'OPERATOR_EMAIL: set it too',
  );
  expect(refusal({ ...production, ...operator, OPERATOR_SMTP_URL: production.SMTP_URL }).message).toContain(
    'OPERATOR_SMTP_URL: name another mail server',
  );
  expect(refusal({ ...production, ...operator, OPERATOR_EMAIL: 'op' }).message).toContain(
    'OPERATOR_EMAIL: write one e-mail address',
  );
});

test('the store’s place is a PostgreSQL address or nothing', () => {
  const databaseUrl = 'postgres://nodomoto:secret@db.firm.example/nodomoto?sslmode=verify-full';
  expect(readSettings({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
  expect(refusal({ DATABASE_URL: 'mysql://db.firm.example/nodomoto' }).message).toContain(
    'DATABASE_URL: use postgres://',
  );
});

test.each([
  ['2424', 'lmtp://127.0.0.1:2424'],
  ['127.0.0.1:2424', 'lmtp://127.0.0.1:2424'],
  ['[::1]:2424', 'lmtp://[::1]:2424'],
  ['smtp://127.0.0.1:2525', 'smtp://127.0.0.1:2525'],
])('reports are taken at %s, that is %s', (written, read) => {
  const settings = readSettings({ BOUNCE_LISTEN: written, BOUNCE_ADDRESS: 'Bounce@Your-Company.com' });
  expect(settings).toMatchObject({ bounceListen: read, bounceAddress: 'bounce@your-company.com' });
});

test.each([
  [{ BOUNCE_LISTEN: '2424' }, 'BOUNCE_LISTEN: set BOUNCE_ADDRESS too, or nothing is taken'],
  [{ BOUNCE_LISTEN: 'localhost', BOUNCE_ADDRESS: 'b@x.example' }, 'BOUNCE_LISTEN: name the port, as in 127.0.0.1:2424'],
  [{ BOUNCE_LISTEN: 'http://x:1', BOUNCE_ADDRESS: 'b@x.example' }, 'write it as 127.0.0.1:2424'],
  [{ BOUNCE_ADDRESS: 'bounce+x@x.example' }, 'BOUNCE_ADDRESS: leave out the +'],
  [{ BOUNCE_ADDRESS: 'bounce' }, 'BOUNCE_ADDRESS: write an address'],
  [{ BOUNCE_IMAP_URL: 'https://x.example' }, 'write it as imaps://user:password@host/INBOX'],
  [{ BOUNCE_IMAP_URL: 'imaps://x.example/INBOX' }, 'BOUNCE_IMAP_URL: name the user'],
])('%j is refused: %s', (environment, fault) => {
  expect(refusal(environment).message).toContain(fault);
});

test('real mail leads to a site that encrypts; only a site on this very machine may do without', () => {
  const { message } = refusal({ ...production, SITE_URL: 'http://learn.firm.example' });
  expect(message).toContain('SITE_URL: use https://');
  for (const site of ['http://localhost:4321', 'http://127.0.0.1', 'http://[::1]:80'])
    expect(readSettings({ ...production, SITE_URL: site }).demo).toBe(false);
  expect(readSettings({ SITE_URL: 'http://trial.firm.example' }).demo).toBe(true);
});
