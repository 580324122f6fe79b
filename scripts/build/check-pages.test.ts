import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPages } from './check-pages.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'nodomoto-pages-'));
});

afterEach(() => {
  rmSync(site, { recursive: true, force: true });
});

function page(path: string, html: string): void {
  const file = join(site, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

describe('built pages', () => {
  it('pass when every link has its page, its fragment, and every image its text', () => {
    page(
      'index.html',
      '<a href="/cases/a/#end">a</a><a href="#top">up</a><i id="top"></i><a href="/desk">desk</a><img src="/x.png" alt="A map">',
    );
    page('cases/a/index.html', '<p id="end"></p><a href="https://elsewhere.example/">out</a>');
    expect(() => checkPages(site)).not.toThrow();
  });

  it('fail on a link that leads to no page, naming page and link', () => {
    page('cases/a/index.html', '<a href="/cases/b/">b</a>');
    expect(() => checkPages(site)).toThrow('cases/a/index.html, /cases/b/: the link leads to no page');
  });

  it('fail on a fragment that no element carries', () => {
    page('index.html', '<a href="#gone">x</a>');
    expect(() => checkPages(site)).toThrow('no element has the id "gone"');
  });

  it('fail on an image without alternative text', () => {
    page('index.html', '<img src="/map.png" alt="">');
    expect(() => checkPages(site)).toThrow('/map.png: the image has no alternative text');
  });
});
