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

test('a folder nobody works in is free', () => {
  expect(runningProcess(folder)).toBeNull();
});

test('a folder in which a living process works is refused, by its number', () => {
  writeFileSync(join(folder, 'running.pid'), String(process.ppid));
  expect(runningProcess(folder)).toBe(process.ppid);
  expect(() => markAsRunning(folder)).toThrow(`process ${process.ppid}`);
});

test('the mark of a process that was killed counts for nothing', () => {
  writeFileSync(join(folder, 'running.pid'), '2147483646');
  expect(runningProcess(folder)).toBeNull();
  expect(() => markAsRunning(folder)).not.toThrow();
});

test('a released folder is free again', () => {
  markAsRunning(folder).release();
  expect(runningProcess(folder)).toBeNull();
});
