import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The slowest first: it decides how long all of them take. It reads the .astro files, tsc all others. */
const checks = [
  ['astro', 'check', '--minimumFailingSeverity', 'hint', '--tsconfig', 'tsconfig.astro.json'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['knip'],
  ['node', 'scripts/check-rooms.ts'],
  ['node', 'scripts/check-supply.ts'],
  ['tsc'],
] as const;

/** Runs one tool to its end; what it says is kept together. */
async function run([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  const tool = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  await once(tool, 'close');
  const passed = tool.exitCode === 0;
  console.log(
    passed
      ? `✓ ${[command, ...args.filter((arg) => arg.endsWith('.ts'))].join(' ')}`
      : `✗ ${[command, ...args].join(' ')}\n${said}`,
  );
  return passed;
}

/** `npm run check`: format and lint, rooms, types, unused code, at once. */
const passed = await Promise.all(checks.map(run));
if (passed.includes(false)) process.exitCode = 1;
