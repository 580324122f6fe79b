import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ownFolder } from './own-folder.ts';

/** Where a browser lies, and what it needs to find its libraries. */
export type BrowserAtPath = { path: string; env: Readonly<Record<string, string>> };

/**
 * The package brings the libraries a bare system lacks (NSS), and unpacks them by itself on one cloud only. It unpacks into the folder of
 * temporary files and starts what it finds there, whoever laid it; so it is given one that is ours. Its own arguments run everything in
 * one process, which ends with the first page that is closed; so ours are used.
 */
export async function packagedBrowser(): Promise<BrowserAtPath> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const binaries = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = ownFolder('browser');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const path = await packaged.executablePath();
    await inflate(join(binaries, 'al2023.tar.br'));
    const libraries = [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
    return { path, env: { LD_LIBRARY_PATH: libraries } };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
