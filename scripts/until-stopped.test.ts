import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';

/** A run that says when it is asked to stop, and takes so long to end then. */
const run = (endsAfterMs: number) => `import { untilStopped } from './scripts/until-stopped.ts';
  const { asked } = untilStopped();
  const busy = setInterval(() => undefined, 1000);
  console.log('ready', process.pid);
  await asked;
  console.log('asked');
  setTimeout(() => clearInterval(busy), ${endsAfterMs});`;

const node = (program: string, env = {}) =>
  spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...env },
  });

async function aRun(endsAfterMs: number) {
  const child = node(run(endsAfterMs));
  onTestFinished(() => void child.kill('SIGKILL'));
  await saying(child);
  return child;
}

async function saying(child: ChildProcess): Promise<string> {
  const [text] = child.stdout ? await once(child.stdout, 'data') : [''];
  return String(text);
}

const codeOf = async (child: ChildProcess) => (await once(child, 'exit'))[0];

test.each(['SIGINT', 'SIGTERM'] as const)('%s is a wish: the run ends what it does, and well', async (signal) => {
  const child = await aRun(200);
  child.kill(signal);
  expect(await codeOf(child)).toBe(0);
});

test('the same wish twice at once, from the terminal and from npm, is one', async () => {
  const child = await aRun(300);
  child.kill('SIGINT');
  await saying(child);
  child.kill('SIGINT');
  expect(await codeOf(child)).toBe(0);
});

test('a second wish ends a run at once', async () => {
  const child = await aRun(60_000);
  child.kill('SIGTERM');
  await setTimeout(700);
  child.kill('SIGTERM');
  expect(await codeOf(child)).toBe(143);
});

test('a run that does not end is ended after five seconds', async () => {
  const child = await aRun(60_000);
  const before = performance.now();
  child.kill('SIGTERM');
  expect(await codeOf(child)).toBe(143);
  expect(performance.now() - before).toBeLessThan(7000);
});

/** A run, begun by a parent through a shell that waits, as npm does; the parent is killed. */
async function orphan(env: Record<string, string>): Promise<{ lives: () => boolean }> {
  const shell = `"${process.execPath}" --input-type=module -e "$RUN"; exit`;
  const parent = node(
    `import { spawn } from 'node:child_process';
    spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' });`,
    { ...env, RUN: run(0) },
  );
  const pid = Number(/ready (\d+)/.exec(await saying(parent))?.[1]);
  const lives = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  onTestFinished(() => void (lives() && process.kill(pid, 'SIGKILL')));
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  return { lives };
}

test('under npm, a run whose npm was killed ends', async () => {
  const { lives } = await orphan({ npm_lifecycle_event: 'start' });
  await expect.poll(lives, { timeout: 5000 }).toBe(false);
});

test('a run that somebody began in a shell outlives the shell', async () => {
  const { lives } = await orphan({});
  await setTimeout(1500);
  expect(lives()).toBe(true);
});
