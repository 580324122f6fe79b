import { z } from 'zod';
import { optional } from './blank.ts';

export const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** A secret goes there: only encrypted, but to this machine. */
const tokenUrl = z
  .url({ protocol: /^https?$/, error: 'write the address of the token server, as in https://...', abort: true })
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || loopback.test(hostname);
  }, 'use https://, since a secret is sent there');

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** A name in DNS, and the parts of one that a selector is made of (RFC 6376 3.1). */
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domain = new RegExp(`^${label}(?:\\.${label})+$`);
const selector = new RegExp(`^${label}(?:\\.${label})*$`, 'i');

/** How the mail server is signed in to, whom its certificate may come from, and what mail is signed with. */
export const relayShape = {
  SMTP_OAUTH_TOKEN_URL: optional(tokenUrl).describe(
    'Signs in to the mail server with a token (XOAUTH2) instead of a password: where tokens are given out.\nThe user stands in SMTP_URL, without a password. docs/running.md has the values for Microsoft 365 and Google.',
  ),
  SMTP_OAUTH_CLIENT_ID: optional(z.string()).describe('Who asks for the token, as registered with the token server.'),
  SMTP_OAUTH_CLIENT_SECRET: optional(z.string()).describe(
    'The secret of the one that asks. Needed unless there is a refresh token.',
  ),
  SMTP_OAUTH_SCOPE: optional(z.string()).describe(
    'What the token is for. For Microsoft 365: https://outlook.office365.com/.default',
  ),
  SMTP_OAUTH_REFRESH_TOKEN: optional(z.string()).describe(
    'What tokens are asked for with, where one account gave its leave once (Google). Empty: with the client secret alone.',
  ),
  SMTP_CA_FILE: optional(z.string()).describe(
    'A PEM file with certificate authorities of your own, believed besides the usual ones.',
  ),
  SMTP_CLIENT_CERT_FILE: optional(z.string()).describe(
    'A PEM file with the certificate that shows the mail server who we are, and those that vouch for it.',
  ),
  SMTP_CLIENT_KEY_FILE: optional(z.string()).describe('The PEM file with the key of that certificate.'),
  DKIM_SELECTOR: optional(list.pipe(z.array(z.string().regex(selector, 'write it as in nudge2026')))).describe(
    'Signs every mail (DKIM): the name under which the public key is published. Two names, separated by a comma, for two keys.',
  ),
  DKIM_KEY_FILE: optional(list).describe(
    'The PEM file with the private key, RSA or Ed25519; as many, separated by commas, as there are selectors.\n`npm run nudge -- dkim-record` prints what to publish.',
  ),
  DKIM_DOMAIN: optional(
    z.string().toLowerCase().regex(domain, 'write a domain as DNS has it, as in your-company.com'),
  ).describe('The domain that signs. Empty: that of MAIL_FROM; DMARC takes another only if it is one above it.'),
};

type Read = z.infer<z.ZodObject<typeof relayShape>>;

/** What tokens are asked for with (RFC 6749 4.4 and 6). */
export type TokenGrant = {
  tokenUrl: string;
  clientId: string;
  clientSecret: string | null;
  scope: string | null;
  /** `null`: the client secret alone gets a token. */
  refreshToken: string | null;
};

export type SigningKey = { selector: string; file: string };

export type RelaySettings = {
  /** `null`: a name and password in SMTP_URL, if any. */
  smtpToken: TokenGrant | null;
  smtpCaFile: string | null;
  smtpClientFiles: { certificate: string; key: string } | null;
  /** `null`: mail goes unsigned. */
  dkim: { domain: string; keys: SigningKey[] } | null;
};

/** The settings that go together, or what is missing or contradicts another. `senderDomain` is that of MAIL_FROM. */
export function readRelay(
  read: Read,
  smtpUrl: string | undefined,
  senderDomain: string,
): { ok: true; relay: RelaySettings } | { ok: false; faults: string[] } {
  const faults = [...tokenFaults(read, smtpUrl), ...certificateFaults(read), ...signingFaults(read)];
  if (faults.length > 0) return { ok: false, faults };
  const { SMTP_CLIENT_CERT_FILE: certificate, SMTP_CLIENT_KEY_FILE: key } = read;
  return {
    ok: true,
    relay: {
      smtpToken: tokenGrant(read),
      smtpCaFile: read.SMTP_CA_FILE ?? null,
      smtpClientFiles: certificate && key ? { certificate, key } : null,
      dkim: signing(read, senderDomain),
    },
  };
}

function tokenGrant(read: Read): TokenGrant | null {
  const { SMTP_OAUTH_TOKEN_URL: url, SMTP_OAUTH_CLIENT_ID: clientId } = read;
  if (!url || !clientId) return null;
  return {
    tokenUrl: url,
    clientId,
    clientSecret: read.SMTP_OAUTH_CLIENT_SECRET ?? null,
    scope: read.SMTP_OAUTH_SCOPE ?? null,
    refreshToken: read.SMTP_OAUTH_REFRESH_TOKEN ?? null,
  };
}

function tokenFaults(read: Read, smtpUrl: string | undefined): string[] {
  const made = tokenNames.filter((name) => read[name]);
  if (made.length === 0) return [];
  const because = `is missing, as ${made.join(' and ')} ${made.length === 1 ? 'is' : 'are'} set`;
  const missing = (['SMTP_OAUTH_TOKEN_URL', 'SMTP_OAUTH_CLIENT_ID'] as const)
    .filter((name) => !read[name])
    .map((name) => `${name}: ${because}`);
  if (!read.SMTP_OAUTH_CLIENT_SECRET && !read.SMTP_OAUTH_REFRESH_TOKEN)
    missing.push(`SMTP_OAUTH_CLIENT_SECRET: ${because}; or set SMTP_OAUTH_REFRESH_TOKEN`);
  return [...missing, ...userFaults(smtpUrl, because)];
}

const tokenNames = [
  'SMTP_OAUTH_TOKEN_URL',
  'SMTP_OAUTH_CLIENT_ID',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_SCOPE',
  'SMTP_OAUTH_REFRESH_TOKEN',
] as const;

/** A token is given to a program; for whose mailbox it is used, stands in the address. */
function userFaults(smtpUrl: string | undefined, because: string): string[] {
  if (!smtpUrl) return [`SMTP_URL: ${because}`];
  const { username, password } = new URL(smtpUrl);
  if (!username)
    return ['SMTP_URL: name the user that signs in with a token, as in smtp://nudge%40your-company.com@host:587'];
  return password ? ['SMTP_URL: leave out the password, as SMTP_OAUTH_TOKEN_URL signs in with a token'] : [];
}

function certificateFaults({ SMTP_CLIENT_CERT_FILE: certificate, SMTP_CLIENT_KEY_FILE: key }: Read): string[] {
  if (certificate && !key) return ['SMTP_CLIENT_KEY_FILE: is missing, as SMTP_CLIENT_CERT_FILE is set'];
  return key && !certificate ? ['SMTP_CLIENT_CERT_FILE: is missing, as SMTP_CLIENT_KEY_FILE is set'] : [];
}

function signing(read: Read, senderDomain: string): RelaySettings['dkim'] {
  const files = read.DKIM_KEY_FILE ?? [];
  const keys = (read.DKIM_SELECTOR ?? []).flatMap((name, index) => {
    const file = files[index];
    return file ? [{ selector: name, file }] : [];
  });
  return keys.length > 0 ? { domain: read.DKIM_DOMAIN ?? senderDomain, keys } : null;
}

/** One RSA key that everybody reads and one Ed25519 key are what makes sense (RFC 8463 3). */
const mostKeys = 2;

function signingFaults(read: Read): string[] {
  const { DKIM_SELECTOR: selectors = [], DKIM_KEY_FILE: files = [], DKIM_DOMAIN: domain } = read;
  if (selectors.length === 0 && files.length > 0) return ['DKIM_SELECTOR: is missing, as DKIM_KEY_FILE is set'];
  if (files.length === 0 && selectors.length > 0) return ['DKIM_KEY_FILE: is missing, as DKIM_SELECTOR is set'];
  if (files.length === 0) return domain ? ['DKIM_KEY_FILE: is missing, as DKIM_DOMAIN is set'] : [];
  if (files.length !== selectors.length)
    return [`DKIM_SELECTOR: give one for each file of DKIM_KEY_FILE, not ${selectors.length} for ${files.length}`];
  if (files.length > mostKeys) return [`DKIM_KEY_FILE: at most ${mostKeys} keys`];
  const isTwice = new Set(selectors.map((name) => name.toLowerCase())).size < selectors.length;
  return isTwice ? ['DKIM_SELECTOR: give each key a selector of its own'] : [];
}
