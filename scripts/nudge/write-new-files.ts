import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';

/** Writes CSV files or workbooks, readable by their owner alone, and says how many lines each text has. Never writes over a file. */
export function writeNewFiles(folder: string, contents: Readonly<Record<string, string | Uint8Array>>): void {
  const files = Object.entries(contents).map(([name, content]) => ({ file: join(folder, name), content }));
  const there = files.find(({ file }) => existsSync(file));
  if (there) throw new AppError('EXPORT_EXISTS', { file: there.file });
  mkdirSync(folder, { recursive: true });
  for (const { file, content } of files) {
    writeFileSync(file, content, { mode: 0o600 });
    console.log(typeof content === 'string' ? `${file}: ${linesIn(content)} lines` : `${file}: a workbook`);
  }
}

const linesIn = (text: string): number => Math.max(0, text.trim().split('\n').length - 1);
