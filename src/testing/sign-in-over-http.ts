import type { ParsedMail } from 'mailparser';
import { vi } from 'vitest';

/** A form where there are fields, and else a plain request; both as the trainer who signed in. */
export type Ask = (path: string, fields?: Record<string, string>) => Promise<Response>;

export type SignedIn = { ask: Ask; cookie: string };

/** Signs a trainer in as a browser without scripts does: asks for a link, takes it from the mail that arrives, and keeps every cookie. */
export async function signInOverHttp(url: string, received: readonly ParsedMail[], email: string): Promise<SignedIn> {
  const post = (path: string, fields: Record<string, string>, cookie: string) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: url, Cookie: cookie },
      redirect: 'manual',
    });
  const before = received.length;
  const asked = cookiesOf(await post('/desk/sign-in', { email }, ''));
  const link = await vi.waitUntil(() => linkIn(received.slice(before), email), { timeout: 15_000 });
  const cookie = [asked, cookiesOf(await post(link, {}, asked))].filter(Boolean).join('; ');
  const ask: Ask = (path, fields) =>
    fields ? post(path, fields, cookie) : fetch(`${url}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });
  return { ask, cookie };
}

function linkIn(mails: readonly ParsedMail[], email: string): string | undefined {
  const mail = mails.find(({ to }) => JSON.stringify(to).includes(email));
  return /\/desk\/enter\/\S+/.exec(mail?.text ?? '')?.[0];
}

function cookiesOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
