import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** A run that minds what nobody caught, and in which something fails. */
const run = (fault: string) => `import { mindWhatNobodyCaught } from './scripts/last-resort.ts';
  import { untilStopped } from './scripts/until-stopped.ts';
  import { openStreamLog } from '#server/log/stream-log.ts';
  const { asked, fail } = untilStopped();
  mindWhatNobodyCaught(openStreamLog('info', process.stdout, Date.now), fail);
  const busy = setInterval(() => undefined, 1000);
  ${fault}
  await asked;
  console.log('ended in order');
  clearInterval(busy);`;

async function ran(fault: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', run(fault)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, said };
}

test('an exception that nobody caught is logged with a number, and the run ends in order but not well, for a supervisor to start it again', async () => {
  const { code, said } = await ran("setTimeout(() => { throw new Error('out of a callback'); }, 50);");
  expect(said).toMatch(/"event":"process-failed","id":"[0-9a-f]{8}".*out of a callback/);
  expect(said).toContain('ended in order');
  expect(code).toBe(1);
});

test('a stream whose error nobody hears is such an exception', async () => {
  const { code, said } = await ran(
    "setTimeout(async () => { const { Readable } = await import('node:stream'); new Readable({ read() {} }).destroy(new Error('EIO')); }, 50);",
  );
  expect(said).toMatch(/process-failed.*EIO/);
  expect(code).toBe(1);
});

test('a promise that failed with nobody waiting is logged with a number, and ends nothing', async () => {
  const { code, said } = await ran(
    "setTimeout(() => void Promise.reject(new Error('nobody waits')), 50); setTimeout(() => process.kill(process.pid, 'SIGTERM'), 200);",
  );
  expect(said).toMatch(/"event":"promise-dropped","id":"[0-9a-f]{8}".*nobody waits/);
  expect(said).toContain('ended in order');
  expect(code).toBe(0);
});
