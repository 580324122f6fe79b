import { Resolver } from 'node:dns/promises';
import { messageOf } from '#core/errors/causes.ts';

/** *none*: the name, or a record of this kind of it, is not there. *silent*: nobody answered, so nothing is known. */
export type Records = { kind: 'found'; records: string[] } | { kind: 'none' } | { kind: 'silent'; reason: string };

/** What is asked of the DNS. The parts of a TXT record are joined; an MX record is its host, and `.` or nothing for none. */
export type Dns = {
  txt: (name: string) => Promise<Records>;
  mx: (name: string) => Promise<Records>;
  addresses: (name: string) => Promise<Records>;
};

/** For each try; there are two. */
const patienceMs = 2000;

/** Asks the DNS of this machine, or `servers`. */
export function openDns(servers: readonly string[] | null): Dns {
  const resolver = new Resolver({ timeout: patienceMs, tries: 2 });
  if (servers) resolver.setServers(servers);
  return {
    txt: (name) => asked(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    mx: (name) => asked(async () => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
    addresses: async (name) => {
      const four = await asked(() => resolver.resolve4(name));
      return four.kind === 'none' ? asked(() => resolver.resolve6(name)) : four;
    },
  };
}

const notThere = ['ENODATA', 'ENOTFOUND'];

async function asked(ask: () => Promise<string[]>): Promise<Records> {
  try {
    return { kind: 'found', records: await ask() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return notThere.includes(code) ? { kind: 'none' } : { kind: 'silent', reason: code || messageOf(error) };
  }
}
