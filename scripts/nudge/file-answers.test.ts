import { expect, test } from 'vitest';
import { readStaffFile } from '#server/people/files/read-staff-file.ts';
import { fileAnswersFrom } from './file-answers.ts';
import { questionLines } from './file-questions.ts';

const list = [
  'E-Mail;Abteilung;Name;role;zone;No.;leaves',
  'ana@works.example;Einkauf;Ana;buyer;Asia/Tokyo;0017;12/05/26',
].join('\n');

const read = async (options: Parameters<typeof fileAnswersFrom>[0]) => {
  const file = await readStaffFile(new TextEncoder().encode(list), 'list.csv', fileAnswersFrom(options));
  if (!file.ok) throw new Error('refused');
  return file;
};

test('each question is printed with the options that answer it, and how each reads the file', async () => {
  const { questions } = await read({});
  expect(questions.flatMap(questionLines)).toEqual([
    '  What does the column "No." hold?',
    '    --column "No.=staffNumber"  0017',
    '    --column "No.="  leave it out',
    '  In which order stand the dates of "leaves"?',
    '    --date-order "leaves=dmy"  12/05/26 is 2026-05-12',
    '    --date-order "leaves=mdy"  12/05/26 is 2026-12-05',
    '    --date-order "leaves=ymd"  12/05/26 is 2012-05-26',
  ]);
});

test('an option as it was printed answers its question', async () => {
  const { questions, records } = await read({ column: ['No.=staffNumber'], 'date-order': ['leaves=mdy'] });
  expect(questions).toEqual([]);
  expect(records[0]?.record).toMatchObject({ staffNumber: '0017', leaves: '2026-12-05', team: 'Einkauf' });
});

test('an order of dates without a heading is for every column, and a value for every line', async () => {
  const { records } = await read({ column: ['No.='], 'date-order': ['dmy'], value: ['language=ja'] });
  expect(records[0]?.record).toMatchObject({ leaves: '2026-05-12', language: 'ja' });
});

test.each([
  [{ encoding: 'latin' }, '--encoding "latin" is none of utf-8'],
  [{ decimal: 'dot' }, '--decimal "dot" is none of point, comma'],
  [{ 'date-order': ['leaves=us'] }, '--date-order "us" is none of dmy'],
  [{ column: ['No.'] }, '--column "No." has no "="'],
  [{ column: ['No.=number'] }, '--column "number" is none of email'],
  [{ value: ['zoned=x'] }, '--value "zoned" is none of email'],
])('a wrong answer is told: %j', (options, told) => {
  expect(() => fileAnswersFrom(options)).toThrow(told);
});
