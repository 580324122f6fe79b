import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ContentError, type ContentFault } from '#catalogue/check/content-fault.ts';
import { readContent } from '#catalogue/read/read-content.ts';

export type ContentFolder = {
  folder: string;
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  /** Replaces the first match in a file; a pattern that matches nothing fails the test rather than passing it. */
  replace: (file: string, pattern: RegExp | string, by: string) => void;
  remove: (file: string) => void;
  faults: () => ContentFault[];
};

/** A copy of content/ that a test may break. It is removed when the test ends. */
export function aContentFolder(): ContentFolder {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(new URL('../../content', import.meta.url), folder, { recursive: true });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const replace = (file: string, pattern: RegExp | string, by: string) => {
    const before = read(file);
    const after = before.replace(pattern, () => by);
    if (after === before) throw new Error(`${file} does not hold ${pattern}`);
    write(file, after);
  };
  const remove = (file: string) => rmSync(join(folder, file));
  return { folder, read, write, replace, remove, faults: () => faultsOf(folder) };
}

function faultsOf(folder: string): ContentFault[] {
  try {
    readContent(folder);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}
