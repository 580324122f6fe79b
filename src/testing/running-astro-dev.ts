import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';

/** `npm run dev` over another content folder, beside one that may be running already. */
export async function startAstroDev(contentFolder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock', '--port', String(port)];
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, CONTENT_DIR: contentFolder, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        if (output.includes('watching for file changes')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`astro dev ended with ${code}:\n${output}`)));
  });
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
