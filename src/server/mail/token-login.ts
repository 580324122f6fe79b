import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import type { AccessTokens } from './access-tokens.ts';

type Talk = Pick<SMTPConnection.CustomAuthenticationContext, 'authMethods' | 'sendCommand'>;

export type TokenLogin = {
  /** Signs `user` in. @throws what was refused, which `refusal` then tells. */
  login: (talk: Talk) => Promise<void>;
  /** What was said against us, by the mail server or the token server; `null` while nothing was. */
  refusal: () => string | null;
};

/** A login by XOAUTH2, the form in which Microsoft and Google take a token. A token that was at hand and is refused is replaced once. */
export function tokenLogin(user: string, tokens: AccessTokens): TokenLogin {
  let refusal: string | null = null;
  const attempt = async (talk: Talk): Promise<string | null> => {
    const taken = await tokens.take();
    if (!taken.ok) return taken.reply;
    refusal = await present(talk, user, taken.token);
    if (refusal === null) return null;
    tokens.drop(taken.token);
    // It may have been withdrawn since it was fetched; another would be no better than one fetched just now.
    return taken.isNew ? refusal : attempt(talk);
  };
  return {
    login: async (talk) => {
      refusal = talk.authMethods.includes('XOAUTH2') ? await attempt(talk) : takesNone(talk.authMethods);
      if (refusal !== null) throw new Error(refusal);
    },
    refusal: () => refusal,
  };
}

function takesNone(methods: readonly string[]): string {
  return `The server takes no token (XOAUTH2), only ${methods.join(' and ')}.`;
}

/** What the server says against a token, or `null`. */
async function present(talk: Talk, user: string, token: string): Promise<string | null> {
  const credentials = Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString('base64');
  const first = await talk.sendCommand(`AUTH XOAUTH2 ${credentials}`);
  if (first.status === 235) return null;
  if (first.status !== 334) return first.response;
  // What it minds stands in a challenge, which wants an empty answer before the refusal itself comes.
  const last = await talk.sendCommand('');
  return `${last.response} (${toldBy(first.text)})`;
}

const challengeSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Google's challenge is JSON with status, schemes and scope, in base64. */
function toldBy(challenge: string): string {
  const text = Buffer.from(challenge, 'base64').toString('utf8');
  try {
    return Object.entries(challengeSchema.parse(JSON.parse(text)))
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  } catch {
    return text.replaceAll(/\p{C}/gu, ' ').trim();
  }
}
