import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markAsRunning, runningProcess } from './running-mark.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-mark-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that works in the folder until it is killed. */
async function anotherProcess() {
  const program = `import { markAsRunning } from './src/server/database/running-mark.ts';
    globalThis.mark = markAsRunning(${JSON.stringify(folder)});
    console.log('working');
    setInterval(() => globalThis.mark, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('a folder nobody works in is free', () => {
  expect(runningProcess(folder)).toBeNull();
});

test('a folder in which a living process works is refused, by its number, and is free at once when that is killed', async () => {
  const other = await anotherProcess();
  expect(runningProcess(folder)).toBe(other.pid);
  expect(() => markAsRunning(folder)).toThrow(`process ${other.pid}`);
  await other.kill();
  expect(runningProcess(folder)).toBeNull();
  markAsRunning(folder).release();
});

test('the number of a process that was killed, and that another program has by now, counts for nothing', () => {
  writeFileSync(join(folder, 'running.pid'), String(process.ppid));
  expect(runningProcess(folder)).toBeNull();
  markAsRunning(folder).release();
});

test('a folder that this process works in is not given out a second time', () => {
  const mark = markAsRunning(folder);
  expect(() => markAsRunning(folder)).toThrow(`process ${process.pid}`);
  mark.release();
});

test('a released folder is free again', () => {
  markAsRunning(folder).release();
  expect(runningProcess(folder)).toBeNull();
});
