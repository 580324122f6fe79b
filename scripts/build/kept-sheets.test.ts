import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptSheets, sheetsOf } from './kept-sheets.ts';
import { pagesOf } from './pdf-pages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-sheets-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const head = (pdf: string, more = '') =>
  `<link rel="alternate" type="application/pdf" href="${pdf}"><link rel="stylesheet" href="/_astro/sheet.abc.css">${more}`;

const digestOf = (page: string, css: string) => {
  write('_astro/sheet.abc.css', css);
  write('cases/a/huddle/index.html', page);
  return sheetsOf(folder)[0]?.digest;
};

describe('sheets of the built site', () => {
  it('are the pages that name a PDF of their own', () => {
    write('_astro/sheet.abc.css', '');
    write('cases/a/huddle/index.html', head('/cases/a/huddle.pdf'));
    write('ja/cases/a/huddle/index.html', '<a href="/cases/a/huddle.pdf">PDF</a>');
    write('cases/a/index.html', head('/cases/a.pdf'));
    expect(sheetsOf(folder)).toMatchObject([{ page: '/cases/a/huddle/', pdf: 'cases/a/huddle.pdf' }]);
  });

  it('are huddle sheets, and the index of the library', () => {
    write('_astro/sheet.abc.css', '');
    write('ja/index-of-cases/index.html', head('/ja/index-of-cases.pdf'));
    expect(sheetsOf(folder)).toMatchObject([{ page: '/ja/index-of-cases/', pdf: 'ja/index-of-cases.pdf' }]);
  });

  it('are the same as long as their page and their styles are', () => {
    const before = digestOf(head('/cases/a/huddle.pdf', '<p>Four hours</p>'), 'p{}');
    expect(digestOf(head('/cases/a/huddle.pdf', '<p>Four hours</p>'), 'p{}')).toBe(before);
    expect(digestOf(head('/cases/a/huddle.pdf', '<p>Two days</p>'), 'p{}')).not.toBe(before);
    expect(digestOf(head('/cases/a/huddle.pdf', '<p>Four hours</p>'), 'p{margin:0}')).not.toBe(before);
  });

  it('do not change with the scripts of other pages', () => {
    const policy = (hash: string) =>
      `<meta http-equiv="content-security-policy" content="script-src 'sha256-${hash}'">`;
    const before = digestOf(head('/cases/a/huddle.pdf', `${policy('a')}<script>a()</script>`), '');
    expect(digestOf(head('/cases/a/huddle.pdf', `${policy('b')}<script>b()</script>`), '')).toBe(before);
  });
});

it('a PDF of a page that changed or went is not kept', () => {
  const kept = new KeptSheets(join(folder, 'kept'));
  for (const digest of ['old', 'new']) kept.keep(digest, Buffer.from(''));
  kept.dropAllBut(new Set(['new']));
  expect([kept.has('old'), kept.has('new')]).toEqual([false, true]);
});

it('the pages of a PDF are its page objects, not the tree above them', () => {
  const pdf = '<</Type /Pages /Count 2>> <</Type /Page\n/Parent 1 0 R>> <</Type/Page>> <</Type /PageLabel>>';
  expect(pagesOf(Buffer.from(pdf))).toBe(2);
});
