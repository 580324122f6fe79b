import { setTimeout as sleep } from 'node:timers/promises';
import { plainSink } from '../mail/plain-sink.ts';
import { ask, type Site } from './site-client.ts';

export const trainer = 'trainer@kazehaya.example';

export type MailSink = { smtpUrl: string; letters: string[]; mails: () => number; close: () => void };

/** Where the product's mail goes. The letters of the desk are kept, as they are read. */
export async function aMailSink(): Promise<MailSink> {
  const letters: string[] = [];
  let mails = 0;
  const sink = await plainSink(0, (body) => {
    mails += 1;
    if (body.includes('/desk/enter/')) letters.push(body);
  });
  return { smtpUrl: `smtp://127.0.0.1:${sink.port}`, letters, mails: () => mails, close: sink.close };
}

/** Signs in as a trainer would, by the link of a letter, and returns the cookies of the session. @throws Error when no link comes. */
export async function signIn(site: Site, { letters }: MailSink): Promise<string> {
  const cookies = new Map<string, string>();
  const known = letters.length;
  const post = async (path: string, fields: Record<string, string>) => {
    const reply = await ask(site, { method: 'POST', path, cookie: written(cookies), fields });
    for (const line of reply.cookies) keep(cookies, line);
  };
  await post('/desk/sign-in', { email: trainer });
  await post(await newLink(letters, known), {});
  return written(cookies);
}

async function newLink(letters: readonly string[], known: number): Promise<string> {
  for (let waited = 0; waited < 100; waited += 1) {
    // Long lines of a letter are broken by "=" at their end.
    const text = letters.length > known ? (letters.at(-1) ?? '').replaceAll('=\r\n', '') : '';
    const [link] = /\/desk\/enter\/[\w-]+/.exec(text) ?? [];
    if (link) return link;
    await sleep(100);
  }
  throw new Error('No letter with a link to the desk came.');
}

function keep(cookies: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
  cookies.set(name, value);
}

function written(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
