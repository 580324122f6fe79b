import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type RunningProduct = {
  url: string;
  pid: number;
  output: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Half of what a short command takes is compiling; Node keeps that from one process to the next. */
const compiled = 'node_modules/.cache/compiled';

/** Only what the product needs of the environment, so that a developer's own settings do not change a test. */
function environmentFor(settings: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE: compiled, ...settings };
}

/** Starts `npm start`'s script as its own process and waits until it says where it is. */
export async function startProduct(settings: Record<string, string> & { PORT: string }): Promise<RunningProduct> {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: environmentFor(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  await ready(child, output);
  return {
    url: `http://localhost:${settings.PORT}`,
    pid: child.pid ?? 0,
    output,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** Runs one of the repository's scripts to its end. */
export async function runScript(
  script: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    env: environmentFor(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (chunk) => (text += String(chunk)));
  child.stderr?.on('data', (chunk) => (text += String(chunk)));
  return () => text;
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (!output().includes('Ctrl-C stops')) return;
      clearInterval(look);
      resolve();
    }, 50);
    child.once('exit', (code) => {
      clearInterval(look);
      reject(new Error(`The product ended with ${code} before it was ready:\n${output()}`));
    });
  });
}
