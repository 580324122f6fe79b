import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closeToOthers, isOpenToOthers } from './folder-rights.ts';

function aFolder(mode: number, ...names: string[]): { folder: string; modeOf: (name: string) => number } {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-rights-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o644);
  }
  chmodSync(folder, mode);
  return { folder, modeOf: (name) => statSync(join(folder, name)).mode & 0o7777 };
}

test('a folder that was made beforehand is closed to others', () => {
  const { folder, modeOf } = aFolder(0o755, 'nodomoto.sqlite', 'nodomoto.sqlite-wal', 'secret', 'running.lock');
  expect(isOpenToOthers(folder)).toBe(true);
  expect(closeToOthers(folder)).toBe('mended');
  expect(modeOf('.')).toBe(0o700);
  expect([closeToOthers(folder), isOpenToOthers(folder)]).toEqual(['closed', false]);
});

test('an empty one is ours too', () => {
  expect(closeToOthers(aFolder(0o750).folder)).toBe('mended');
});

test.each([
  ['that holds other things', 0o755, ['nodomoto.sqlite', 'holiday.jpg']],
  ['that everybody may write to', 0o1777, ['nodomoto.sqlite']],
])('a folder %s keeps its rights, and only files with names in them are closed', (_, mode, names) => {
  const { folder, modeOf } = aFolder(mode, ...names);
  expect(closeToOthers(folder)).toBe('open');
  expect(modeOf('.')).toBe(mode);
  expect(names.map(modeOf)).toEqual(names.map((name) => (name === 'nodomoto.sqlite' ? 0o600 : 0o644)));
});
