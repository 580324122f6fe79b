import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noticesText } from './notices-text.ts';
import { shippedHere } from './shipped-packages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-notices-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function installed(name: string, notices: Record<string, string>) {
  const place = join(folder, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(notices)) writeFileSync(join(place, file), text);
  return { name, version: '1.0.0', licence: 'MIT', places: [place] };
}

it('a notice that several packages share is told once, with the names of all', () => {
  const packages = [installed('a', { LICENSE: 'Shared text' }), installed('b', { 'licence.md': 'Shared text\r\n' })];
  const text = noticesText(packages);
  expect(text.split('Shared text')).toHaveLength(2);
  expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)');
});

it('all that a package brings is told, and one that brings nothing is named', () => {
  const packages = [
    installed('a', { LICENSE: 'Own text', NOTICE: 'Also this', 'index.js': 'code' }),
    installed('b', {}),
  ];
  const text = noticesText(packages);
  for (const part of ['Own text', 'Also this', 'b 1.0.0 (MIT)']) expect(text).toContain(part);
  expect(text).not.toContain('code');
});

it('the notices of this product hold those of its fonts, its runtime and the licences with duties', () => {
  const text = noticesText(shippedHere());
  for (const part of [
    'The Inter Project Authors',
    'The Tinos Project Authors',
    'Mozilla Public License',
    'Node.js is licensed',
  ])
    expect(text).toContain(part);
});
