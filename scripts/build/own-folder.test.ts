import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownFolder } from './own-folder.ts';

let folder: string;
const before = process.env['TMPDIR'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-own-'));
  process.env['TMPDIR'] = folder;
});

afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

describe('what a build unpacks and starts', () => {
  it('lies in a folder that only its user may write, and is found there again', () => {
    const own = ownFolder('browser');
    expect(statSync(own).mode & 0o022).toBe(0);
    expect(ownFolder('browser')).toBe(own);
  });

  it('is not taken from a folder that others may write', () => {
    chmodSync(ownFolder('browser'), 0o777);
    expect(() => ownFolder('browser')).toThrow('may be written by others');
  });

  it('is not taken from where a link leads', () => {
    symlinkSync(folder, join(folder, `nodomoto-browser-${process.getuid?.() ?? 0}`));
    expect(() => ownFolder('browser')).toThrow('may be written by others');
  });
});
