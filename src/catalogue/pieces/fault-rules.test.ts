import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#catalogue/read/read-content.ts';
import { languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { type FormRule, ruleSentence } from '../check/form-rule.ts';
import { checkPiece, unevenFaults } from './check-piece.ts';
import { type PieceKind, sections, type Typed } from './form.ts';
import { pieceFiles } from './piece-files.ts';
import { placeFaults } from './place-faults.ts';
import { readPieceFiles } from './read-piece-files.ts';
import { namesOf } from './typed.ts';

const library = readContent('content');
const others = { ...library, cases: library.cases.filter(({ id }) => id !== 'kfc-dhl-2018') };
const files = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
const read = readPieceFiles(
  Object.fromEntries(files.map((name) => [name, readFileSync(join('content/cases/kfc-dhl-2018', name), 'utf8')])),
);
if (!read.ok) throw new Error('the case of the library cannot be read');
const whole: Typed = read.typed;

function rulesOf(kind: PieceKind, typed: Typed): FormRule[] {
  const { faults, piece } = checkPiece(kind, 'kfc-dhl-2018', pieceFiles(kind, 'kfc-dhl-2018', typed), others);
  const uneven = piece?.kind === 'case' ? unevenFaults(piece.folder, others) : [];
  return placeFaults(kind, typed, [...faults, ...uneven]).map(({ rule }) => rule);
}

/** What somebody may type into any field. */
const oddTexts = [
  '',
  'x',
  'なにか',
  '！？',
  '12',
  '-5',
  '2011-13-99',
  'TODO write this',
  '## A heading',
  '<b>{x',
  '[9]',
  `${'word '.repeat(900)}?`,
];

/** Every rule that one odd text in one field of a good case comes to, and that an empty piece does. */
function allRules(): FormRule[] {
  const names = sections.case.flatMap(({ fields }) =>
    fields.flatMap((field) => namesOf(field, '', () => ['x'])).filter((name) => !/\[([3-9]|\d\d)\]/.test(name)),
  );
  const odd = names.flatMap((name) => oddTexts.flatMap((text) => rulesOf('case', { ...whole, [name]: text })));
  const ofModule = ['', 'x', 'a-b', '7'].flatMap((text) =>
    rulesOf('module', { title: text, minutes: text, 'lessons[1]': text, 'audience:x': text }),
  );
  return [...odd, ...ofModule, ...rulesOf('case', {}), ...rulesOf('module', {})];
}

const rules = [...new Map(allRules().map((rule) => [JSON.stringify(rule), rule])).values()];

test('every rule that a form can break has a sentence of its own in each language', () => {
  expect(rules.filter(({ code }) => code === 'other')).toEqual([]);
  const codes = new Set(rules.map(({ code }) => code));
  expect(codes.size).toBeGreaterThan(20);
  for (const language of languages)
    expect(Object.keys(wordsIn(language).pieceFaults)).toEqual(expect.arrayContaining([...codes]));
});

test('no sentence about a broken rule is English on the Japanese desk, but for what it quotes', () => {
  const { pieceFaults } = wordsIn('ja');
  const said = rules.map((rule) => ruleSentence(pieceFaults, rule).replaceAll(/「[^」]*」/g, ''));
  expect(said.filter((sentence) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(sentence))).toEqual([]);
  expect(said.filter((sentence) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(sentence))).toEqual([]);
});
