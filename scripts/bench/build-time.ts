import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../build/is-built.ts';
import { buildSite } from '../build.ts';
import { layOutLibrary } from './generated-library.ts';

const site = 'http://localhost:4321';
const sizes = [250, 1000];

/** A whole build, what a start costs when nothing changed, and builds of larger libraries made of copies. */
export async function buildTime(): Promise<string[]> {
  const start = performance.now();
  await buildSite(site, () => undefined);
  const build = performance.now() - start;
  const checks = Array.from({ length: 5 }, () => {
    const before = performance.now();
    isBuilt(site);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const check = checks[2] ?? 0;
  return [
    `build ${(build / 1000).toFixed(1)} s; finding out that nothing changed ${check.toFixed(0)} ms, ${Math.round(build / check)} times less`,
    ...sizes.map(ofCopies),
  ];
}

/** Without printed sheets: they are made by a browser, a quarter of a second each, once. */
function ofCopies(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-library-'));
  try {
    layOutLibrary(folder, count);
    const start = performance.now();
    execFileSync(process.execPath, ['scripts/build.ts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: join(folder, 'no-browser') },
    });
    const seconds = (performance.now() - start) / 1000;
    return `${count} cases, without PDFs: ${seconds.toFixed(0)} s, ${((1000 * seconds) / count).toFixed(0)} ms a case`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
