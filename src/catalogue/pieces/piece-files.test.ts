import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { joinCase } from '../assemble.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readContent } from '../read/read-content.ts';
import { checkPiece } from './check-piece.ts';
import { type PieceFiles, pieceFiles } from './piece-files.ts';
import { readPieceFiles } from './read-piece-files.ts';
import { cleaned } from './typed.ts';

const content = 'content';
const files = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
const ofCase = (id: string): PieceFiles =>
  Object.fromEntries(files.map((file) => [file, readFileSync(join(content, 'cases', id, file), 'utf8')]));

/** What editors of the library mark in its files, and no form asks for. */
const marks = ['contested', 'validUntil', 'shownBy', 'headings'];

function unmarked(entry: object): unknown {
  return JSON.parse(JSON.stringify(entry, (key, value) => (marks.includes(key) ? undefined : value)));
}

test('every case and module of the library goes through the form and back, and passes the checks of the library', () => {
  const library = readContent(content);
  for (const entry of library.cases) {
    const read = readPieceFiles(ofCase(entry.id));
    if (!read.ok) throw new Error(`${entry.id}: ${read.refused.file} ${read.refused.reason}`);
    expect(
      read.leftOut.filter((name) => !marks.includes(name)),
      entry.id,
    ).toEqual([]);
    const others = { ...library, cases: library.cases.filter((other) => other !== entry) };
    const { piece, faults } = checkPiece('case', entry.id, pieceFiles('case', entry.id, read.typed), others);
    expect(faults, entry.id).toEqual([]);
    const again = piece?.kind === 'case' ? joinCase(piece.folder) : null;
    // The story's elements stand at the end of their sections, which moves no word.
    expect(unmarked({ ...again, opening: null, readingMinutes: 0 }), entry.id).toEqual(
      unmarked({ ...entry, opening: null, readingMinutes: 0 }),
    );
  }
  for (const { toldIn: _, id, ...module } of library.modules) {
    const read = readPieceFiles({ 'a.yaml': readFileSync(join(content, 'modules', `${id}.yaml`), 'utf8') });
    if (!read.ok) throw new Error(`${id}: ${read.refused.reason}`);
    const { piece, faults } = checkPiece('module', id, pieceFiles('module', id, read.typed), library);
    expect([faults, piece], id).toEqual([[], { kind: 'module', module: { id, file: module } }]);
  }
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
