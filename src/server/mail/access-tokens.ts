import { z } from 'zod';
import { causesOf, messageOf } from '#core/errors/causes.ts';
import type { Log } from '#server/log/log.ts';
import type { TokenGrant } from '#server/setting-parts/relay.ts';

/** `isNew`: fetched for whoever asked just now. */
export type TokenTaken = { ok: true; token: string; isNew: boolean } | { ok: false; reply: string };

export type AccessTokens = {
  /** The token at hand while it is good, or else a new one. Who asks while one is being fetched shares it. */
  take: () => Promise<TokenTaken>;
  /** Gives up a token that the mail server refused. */
  drop: (token: string) => void;
};

export type TokenParts = { fetch: typeof globalThis.fetch; clock: () => number; log: Log };

/** Shorter than the patience with a mail server, which waits for the login meanwhile. */
const patienceMs = 10_000;

/** A token this close to its end is not begun with. */
const spareMs = 60_000;

/** Where a server does not say how long a token is good (RFC 6749 5.1 lets it). */
const unsaidLifeSeconds = 300;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(unsaidLifeSeconds),
  refresh_token: z.string().optional(),
});

const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') });

/** Tokens for one user of the mail server, fetched when they are needed and kept until shortly before their end. */
export function openAccessTokens(grant: TokenGrant, { fetch, clock, log }: TokenParts): AccessTokens {
  let kept: { token: string; goodUntil: number } | null = null;
  let { refreshToken } = grant;
  const renew = async (): Promise<TokenTaken> => {
    const asked = await askForToken({ ...grant, refreshToken }, fetch);
    if (!asked.ok) return asked;
    const { access_token: token, expires_in: seconds, refresh_token: next } = asked.answer;
    kept = { token, goodUntil: clock() + Math.max(seconds * 1000 - spareMs, seconds * 500) };
    if (refreshToken !== null && next && next !== refreshToken) {
      refreshToken = next;
      log.tell('refresh-token-replaced', {});
    }
    return { ok: true, token, isNew: true };
  };
  const fetchOnce = shared(renew);
  return {
    take: async () =>
      kept && clock() < kept.goodUntil ? { ok: true, token: kept.token, isNew: false } : await fetchOnce(),
    drop: (token) => {
      if (kept?.token === token) kept = null;
    },
  };
}

function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

type Asked = { ok: true; answer: z.infer<typeof tokenSchema> } | { ok: false; reply: string };

async function askForToken(grant: TokenGrant, fetch: TokenParts['fetch']): Promise<Asked> {
  const { host } = new URL(grant.tokenUrl);
  const refused = (reply: string): Asked => ({ ok: false, reply: withoutSecrets(reply, grant).slice(0, 500) });
  try {
    const response = await fetch(grant.tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: formOf(grant),
      // A secret goes to the server that was named, and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const read = readAnswer(await response.text(), response.ok);
    return 'answer' in read
      ? { ok: true, ...read }
      : refused(`The token server ${host} ${read.says ?? `answers ${response.status}, and not with a token.`}`);
  } catch (error) {
    return refused([`The token server ${host} does not answer:`, messageOf(error), ...causesOf(error)].join(' '));
  }
}

function formOf({ clientId, clientSecret, scope, refreshToken }: TokenGrant): URLSearchParams {
  return new URLSearchParams({
    ...(refreshToken === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }),
    client_id: clientId,
    ...(clientSecret !== null && { client_secret: clientSecret }),
    ...(scope !== null && { scope }),
  });
}

function readAnswer(text: string, isGood: boolean): { answer: z.infer<typeof tokenSchema> } | { says: string | null } {
  const json = fromJson(text);
  const answer = tokenSchema.safeParse(json);
  if (isGood && answer.success) return { answer: answer.data };
  const refusal = refusalSchema.safeParse(json);
  if (!refusal.success) return { says: null };
  const { error, error_description: description } = refusal.data;
  return { says: `refuses: ${[error, description].filter(Boolean).join(', ')}` };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Some servers repeat what they were told. */
function withoutSecrets(text: string, { clientSecret, refreshToken }: TokenGrant): string {
  return [clientSecret, refreshToken]
    .filter((secret) => secret !== null)
    .reduce((said, secret) => said.replaceAll(secret, '<secret>'), text);
}
