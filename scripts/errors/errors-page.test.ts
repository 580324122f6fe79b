import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorRegistry } from '#core/errors/error-registry.ts';
import { errorCodes, errorsPage, exampleOf } from './errors-page.ts';

function sourceBelow(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name));
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n');
}

test('docs/errors.md says what the registry says; `npm run errors` writes it anew', () => {
  expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorsPage());
});

test('every error is thrown somewhere', () => {
  const source = sourceBelow('src') + sourceBelow('scripts');
  const made = new Set([...source.matchAll(/new AppError\(\s*'(\w+)'/g)].map((match) => match[1]));
  expect(errorCodes.filter((code) => !made.has(code))).toEqual([]);
});

test('no two errors are alike in title, sentence or page', () => {
  const told = errorCodes.map((code) => ({ ...errorRegistry[code], sentence: exampleOf(code).sentence }));
  for (const part of ['title', 'sentence', 'page'] as const)
    expect(new Set(told.map((entry) => entry[part])).size, part).toBe(errorCodes.length);
});

test('every error is found under its code in small letters', () => {
  for (const code of errorCodes) expect(errorRegistry[code].page).toBe(code.toLowerCase().replaceAll('_', '-'));
});

test('sentences and mends are whole sentences', () => {
  for (const code of errorCodes) {
    const { sentence, mend } = exampleOf(code);
    expect(mend, code).toMatch(/^[A-Z]/);
    expect(sentence.split('\n')[0], code).toMatch(/[.:]$/);
  }
});
