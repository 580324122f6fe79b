import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Known } from './odd-target.ts';

/** Reads what a stranger with a mail of theirs and a trainer’s session may know of a running trial: requests that hold a real token come further than others. */
export async function knowProduct(url: string): Promise<Known> {
  const session = await signIn(url);
  const links = await mailedLinks(url);
  const [token = 'n.1.a.b', ...tokens] = links.flatMap((link) => /\/[nu]\/([\w.-]+)/.exec(link)?.[1] ?? []);
  const [file = '/index.html', ...files] = readdirSync(join('dist', 'client'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `/${name}`);
  return { host: new URL(url).host, session, tokens: [token, ...tokens], files: [file, ...files] };
}

async function mailedLinks(url: string): Promise<string[]> {
  const inbox = await (await fetch(`${url}/inbox`)).text();
  const mails = [...inbox.matchAll(/href="(\/inbox\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const bodies = await Promise.all(mails.slice(0, 20).map(async (path) => (await fetch(`${url}${path}/body`)).text()));
  return bodies.flatMap((body) => [...body.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? ''));
}

/** How often the inbox is looked into for the letter. */
const looks = 40;

/** The cookies of a trainer who asked for a link and opened it where it was asked for. */
async function signIn(url: string): Promise<string> {
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = 'email=trainer@kazehaya.example';
  const asked = cookiesOf(await fetch(`${url}/desk/sign-in`, { method: 'POST', headers, body, redirect: 'manual' }));
  for (let look = 0; look < looks; look += 1) {
    const link = (await mailedLinks(url)).find((one) => one.includes('/desk/enter/'));
    if (link !== undefined) {
      const entered = await fetch(link, { method: 'POST', headers: { ...headers, Cookie: asked }, redirect: 'manual' });
      const session = /nodomoto-desk=([^;]+)/.exec(cookiesOf(entered))?.[1];
      if (session !== undefined) return session;
    }
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error('The trial sent no letter to sign in with.');
}

function cookiesOf({ headers }: Response): string {
  const pairs = headers.getSetCookie().map((line) => line.split(';')[0]);
  return pairs.join('; ');
}
