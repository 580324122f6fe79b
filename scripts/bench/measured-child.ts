import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export type Measured = {
  stdout: string;
  /** From the start of Node to its end. */
  ms: number;
  /** The most memory the process held at once (resident set), in millions of bytes. */
  megabytes: number;
};

const told = z.object({ ms: z.number(), megabytes: z.number() });

/** Runs a script in a Node process of its own, whose memory is nobody else's, and waits for its end. @throws Error when it fails. */
export function measuredChild(script: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-child-'));
  const tell = join(folder, 'peak.json');
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', new URL('tell-peak.ts', import.meta.url).href, script, ...args],
      { cwd, env: { ...env, BENCH_TELL: tell }, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 30 },
    );
    if (status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${status}.`);
    return { stdout: stdout.toString(), ...told.parse(JSON.parse(readFileSync(tell, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
