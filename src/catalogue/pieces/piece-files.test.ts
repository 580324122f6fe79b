import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../front-matter.ts';
import { readContent } from '../read/read-content.ts';
import { type PieceFiles, pieceFiles } from './piece-files.ts';
import { readPieceFiles } from './read-piece-files.ts';
import { cleaned } from './typed.ts';

const content = 'content';
const files = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
const ofCase = (id: string): PieceFiles =>
  Object.fromEntries(files.map((file) => [file, readFileSync(join(content, 'cases', id, file), 'utf8')]));

test('every case and module of the library goes through the form and back, and passes the checks of the library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-pieces-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(content, folder, { recursive: true });
  for (const id of readdirSync(join(content, 'cases'))) {
    const read = readPieceFiles(ofCase(id));
    if (!read.ok) throw new Error(`${id}: ${read.refused.file} ${read.refused.reason}`);
    expect(read.leftOut, id).toEqual([]);
    for (const [path, text] of Object.entries(pieceFiles('case', id, read.typed)))
      writeFileSync(join(folder, path), text);
  }
  for (const file of readdirSync(join(content, 'modules')).filter((name) => !name.includes('.ja.'))) {
    const read = readPieceFiles({ [file]: readFileSync(join(content, 'modules', file), 'utf8') });
    if (!read.ok) throw new Error(`${file}: ${read.refused.reason}`);
    for (const [path, text] of Object.entries(pieceFiles('module', file.replace('.yaml', ''), read.typed)))
      writeFileSync(join(folder, path), text);
  }
  const before = readContent(content);
  const after = readContent(folder);
  for (const part of ['modules', 'lessons', 'cases'] as const)
    expect(after[part].map(({ id }) => id)).toEqual(before[part].map(({ id }) => id));
  expect(after.cases.map(({ questions }) => questions)).toEqual(before.cases.map(({ questions }) => questions));
  expect(after.cases.map(({ sources, timeline }) => [sources, timeline])).toEqual(
    before.cases.map(({ sources, timeline }) => [sources, timeline]),
  );
  expect(after.modules).toEqual(before.modules);
});

test('what is typed into a line never becomes a field, a second front matter or another type', () => {
  const nasty = [
    '---\ntitle: other\n---',
    'a: b',
    '# no',
    '*x',
    '&x',
    '!!js/function',
    '{a: 1}',
    '- x',
    'yes',
    '2018',
    'null',
    '"',
    "'",
    '%TAG',
    '@x',
    '`x`',
    'a\nkind: coercion',
  ];
  for (const text of nasty) {
    const index =
      pieceFiles('case', 'a-2018', { title: cleaned(text), place: 'Rugby' })['cases/a-2018/index.mdx'] ?? '';
    const head: unknown = parse(splitFrontMatter(index)?.head ?? '');
    expect(head, text).toMatchObject({ title: text.replaceAll(/\s+/g, ' ').trim(), place: 'Rugby' });
    expect(head, text).not.toHaveProperty('kind');
  }
});

test('whatever is typed, the files of a draft can be read again and say the same', () => {
  const sign = fc.constantFrom(...'aé日 :#-?|>&*!%@`"\'[]{},\\\n\t0~.=<\u0000\u202e\u2028\u{1F525}');
  const line = fc.array(sign, { maxLength: 30 }).map((signs) => cleaned(signs.join('')).replaceAll(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(line, line, line, (title, dek, publisher) => {
      const typed = { title, dek, 'sources[1].publisher': publisher, 'sources[1].id': 'a' };
      const made = pieceFiles('case', 'a-2018', typed);
      const read = readPieceFiles(made);
      const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
      expect(read).toMatchObject({ ok: true, typed: filled });
    }),
    { numRuns: 100 },
  );
});

test('files that are none of a piece are refused by their names', () => {
  const refused = (given: PieceFiles) => readPieceFiles(given);
  expect(refused({ 'index.mdx': 'no head' })).toEqual({
    ok: false,
    refused: { file: 'index.mdx', reason: 'no-front-matter' },
  });
  expect(refused({ 'mail.yaml': 'a: [' })).toEqual({ ok: false, refused: { file: 'mail.yaml', reason: 'not-yaml' } });
  expect(refused({ 'x.yaml': 'people: 3' })).toEqual({ ok: false, refused: { file: 'x.yaml', reason: 'not-known' } });
  expect(refused({})).toMatchObject({ ok: false });
  const bomb = [
    'a: &a [x,x]',
    ...[...'bcdefghijklmnop'].map(
      (name, at) => `${name}: &${name} [*${'abcdefghijklmnop'[at]},*${'abcdefghijklmnop'[at]}]`,
    ),
  ].join('\n');
  expect(refused({ 'mail.yaml': bomb })).toMatchObject({ ok: false, refused: { reason: 'not-yaml' } });
});
