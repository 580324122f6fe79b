import { expect, test } from 'vitest';
import { faultKinds } from '#core/people/listed-person.ts';
import {
  type ReadingFacts,
  type ReadingFault,
  type ReadingFaultCode,
  readingSentence,
} from '#core/tables/reading-fault.ts';
import { wordsIn } from './words.ts';

const said = '12月5日';

/** Of each code the facts that a sentence may hold, as a file of somebody's office would give them. */
const facts: ReadingFacts = {
  'empty-file': null,
  'too-large': { megabytes: 25 },
  'old-workbook': null,
  pdf: null,
  'web-page': { file: '名簿.xls' },
  'no-text': null,
  'unknown-encoding': null,
  'other-encoding': { encoding: 'shift_jis' },
  'line-too-long': null,
  'open-quote': null,
  'no-cells': null,
  'too-many-lines': { lines: 200_000 },
  'too-many-cells': { columns: 256, cells: 4_000_000 },
  'damaged-workbook': null,
  'unpacks-too-large': null,
  'no-workbook': null,
  'sheet-too-large': { rows: 200_000, columns: 256 },
  'empty-workbook': null,
  'cells-moved': { cells: 4, headings: 3 },
  'cell-too-long': { characters: 40_000 },
  'no-result': null,
  'shown-error': { said: '#REF!' },
  'lost-letters': { said: '高?' },
  'control-characters': null,
  retyped: { made: 'date', said },
  'no-time': { said },
  'no-year': { said },
  'no-date': { said },
  'other-order': { said, order: 'ymd' },
  'no-number': { said, sign: 'comma' },
};

function faultOf<Code extends ReadingFaultCode>(code: Code): ReadingFault<Code> {
  return { code, facts: facts[code] };
}

const codes = Object.keys(facts).filter((code): code is ReadingFaultCode => code in facts);

/** Three words of English in a row; "CSV UTF-8" and America/New_York are names. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i;

test.each(codes)('%s is said in both languages, with what it is about', (code) => {
  const [en, ja] = (['en', 'ja'] as const).map((language) =>
    readingSentence(wordsIn(language).readingFaults, faultOf(code)),
  );
  expect(en).toMatch(english);
  expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  expect(ja).not.toMatch(english);
  for (const fact of Object.values(facts[code] ?? {}).filter((one) => String(one).includes('月'))) {
    expect(en).toContain(fact);
    expect(ja).toContain(fact);
  }
});

test.each(faultKinds)('a line that is %s is said in Japanese', (kind) => {
  const sentence = wordsIn('ja').peopleImport.faults[kind]('x');
  expect(sentence).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  expect(sentence).not.toMatch(english);
});
