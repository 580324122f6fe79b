import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type HeldBrowser, openPrinter } from '../../scripts/build/find-browser.ts';
import { pageOfOwnSite } from '../../scripts/build/print-sheets.ts';
import { type ServedFolder, serveFolder } from '../../scripts/build/serve-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'nodomoto-held-'));
const asked: string[] = [];
let elsewhere: Server;
let site: ServedFolder;
let printer: HeldBrowser;

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((listens) => elsewhere.listen(0, '127.0.0.1', listens));
  const { port } = z.object({ port: z.number() }).parse(elsewhere.address());
  writeFileSync(join(folder, 'own.css'), 'body { color: rgb(1, 2, 3) }');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><title>as written</title><link rel="stylesheet" href="/own.css">
     <img src="http://127.0.0.1:${port}/picture"><img src="http://elsewhere.example:${port}/named">
     <iframe src="file:///etc/passwd"></iframe><link rel="stylesheet" href="http://127.0.0.1:${port}/style">
     <script>document.title = 'by script'; fetch('http://127.0.0.1:${port}/script')</script><p>Text`,
  );
  site = await serveFolder(folder);
  const opened = await openPrinter();
  if ('missing' in opened) throw new Error(opened.missing);
  printer = opened;
});

afterAll(async () => {
  await printer.browser.close();
  site.close();
  elsewhere.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Processes of the browser that prints: the user of each, its arguments and how the kernel filters its calls (2: by a filter). */
function browserProcesses(): { user: string; args: string; filter: string }[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,user=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .map(([, pid = '', parent = '', user = '', args = '']) => ({ pid, parent, user, args }));
  const own = new Set(all.filter(({ args }) => args.includes('MAP * ~NOTFOUND')).map(({ pid }) => pid));
  for (const before = { size: 0 }; before.size < own.size; ) {
    before.size = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all
    .filter(({ pid }) => own.has(pid))
    .map(({ pid, user, args }) => {
      const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
      return { user, args, filter: /^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? '' };
    });
}

describe('a page that is printed', () => {
  it('runs no script, and is given files of the built site and of nowhere else', async () => {
    const page = await pageOfOwnSite(printer.browser, site.url);
    await page.goto(`${site.url}/`);
    expect(await page.title()).toBe('as written');
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(1, 2, 3)');
    expect(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
    ).not.toContain('file:///etc/passwd');
    await page.context().close();
    expect(asked).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'is drawn by a process that is not root, in a sandbox where the build says so',
    async () => {
      const page = await pageOfOwnSite(printer.browser, site.url);
      await page.goto(`${site.url}/`);
      const drawing = browserProcesses().filter(({ args }) => args.includes('--type=renderer'));
      await page.context().close();
      expect(drawing.length).toBeGreaterThan(0);
      for (const { user, args, filter } of drawing) {
        expect(user === 'root').toBe(printer.confinement.user === 'whoever builds' && process.getuid?.() === 0);
        expect(args.includes('--no-sandbox')).toBe(!printer.confinement.sandbox);
        expect(filter === '2').toBe(printer.confinement.sandbox);
      }
    },
  );
});
