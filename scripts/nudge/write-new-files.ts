import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';

/** Writes CSV files, readable by their owner alone, and says how many lines each has. Never writes over a file. */
export function writeNewFiles(folder: string, texts: Readonly<Record<string, string>>): void {
  const files = Object.entries(texts).map(([name, text]) => ({ file: join(folder, name), text }));
  const there = files.find(({ file }) => existsSync(file));
  if (there) throw new AppError('EXPORT_EXISTS', { file: there.file });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of files) {
    writeFileSync(file, text, { mode: 0o600 });
    console.log(`${file}: ${Math.max(0, text.trim().split('\n').length - 1)} lines`);
  }
}
