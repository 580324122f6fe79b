import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { freePort } from '#testing/free-port.ts';
import type { Site } from './site-client.ts';

const toldByLoop = z.object({
  longestMs: z.number(),
  p99Ms: z.number(),
  cpuMs: z.number(),
  heapUsed: z.number(),
  rss: z.number(),
});

/** How long the event loop stood still since it was last asked, the time of processors that the process took, and the memory held, in bytes. */
export type LoopFigures = z.infer<typeof toldByLoop>;

/** What built pages call their own address when nobody has set another. */
export const siteUrl = 'http://localhost:4321';

export type Product = {
  site: Site;
  loop: () => Promise<LoopFigures>;
  kill: (signal: NodeJS.Signals) => Promise<void>;
};

/** A product whose sources have changed is built first. */
const longestStartMs = 600_000;

/** `npm start` of a repository that is built, as a process of its own on this machine. @throws Error when it does not start. */
export async function startProduct(repository: string, settings: Record<string, string>): Promise<Product> {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', fileURLToPath(new URL('tell-loop.ts', import.meta.url)), 'scripts/start.ts'],
    {
      cwd: repository,
      env: { PATH, HOME, LOG_LEVEL: 'warn', SITE_URL: siteUrl, ...settings, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  await untilReady(child);
  return {
    site: { port, siteUrl },
    loop: async () => {
      child.send('loop');
      const [told] = await once(child, 'message');
      return toldByLoop.parse(told);
    },
    kill: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`The product did not start:\n${said}`)), longestStartMs);
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (!said.includes('Ctrl-C stops')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The product ended with ${code}:\n${said}`));
    });
  });
}
