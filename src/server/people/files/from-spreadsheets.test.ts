import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStaffFile } from './read-staff-file.ts';
import type { FileAnswers, FileQuestion, StaffFile } from './staff-file.ts';

/**
 * One staff list as LibreOffice Calc 7.4.7 (calc-, staff-) and Gnumeric 1.12.55 (gnumeric-) of three offices (de, en, ja) exported it: sixty files.
 * `shown` are cells as the program shows them. What was typed in each office:
 */
const folder = new URL('./from-spreadsheets/', import.meta.url);

const common = {
  email: expect.stringMatching(/^[a-z.]+@kazehaya\.example$/),
  role: 'buyer',
  zone: 'Asia/Tokyo',
  joined: '2019',
  leaves: '2026-12-05',
  mail_time: '08:30',
  stock_days: '1200.5',
  share: expect.stringMatching(/^(80%|0\.8)$/),
};
const typed = [
  { staffNumber: '00417', name: 'Mori, Daichi', team: 'Motors & drives', ...common },
  { staffNumber: '00018', name: '高橋 美咲', team: '購買課', ...common },
  { staffNumber: '01205', name: 'Müller, Jörg', team: 'Einkauf, Süd', ...common },
  { staffNumber: '09130', name: '髙﨑 健①', team: '㈱物流～名古屋', ...common },
];

/** Columns that are tried besides those a list of people has: a time, a percentage, a number. */
const columns: NonNullable<FileAnswers['columns']> = { starts: 'mail_time', share: 'share', stock: 'stock_days' };

/** Somebody who knows what was typed answers: the names are right, the day is 5 December 2026, `no` is the staff number. */
function answerTo({ about, heading, choices }: FileQuestion, file: string): FileAnswers {
  const readsRight = choices.find(({ previews }) => previews.every(({ read }) => read === '2026-12-05'));
  const encoding = file.includes('cp932') ? 'shift_jis' : file.includes('gb18030') ? 'gb18030' : 'windows-1252';
  if (about === 'encoding') return { encoding };
  if (about === 'column') return { columns: { ...columns, [heading ?? '']: 'staffNumber' } };
  const order = (['dmy', 'mdy', 'ymd'] as const).find((one) => one === readsRight?.answer);
  return { dateOrder: { [heading ?? '']: order ?? 'dmy' } };
}

/** Reads a file to its end, and notes what was asked on the way. */
async function readAll(file: string): Promise<{ read: StaffFile; asked: string[] }> {
  const bytes = readFileSync(new URL(file, folder));
  let answers: FileAnswers = { columns };
  const asked: string[] = [];
  for (;;) {
    const read = await readStaffFile(bytes, file, answers);
    if (!read.ok || read.questions.length === 0) return { read, asked };
    for (const question of read.questions) {
      asked.push(question.heading ?? question.about);
      answers = { ...answers, ...answerTo(question, file) };
    }
  }
}

/** The file, what is asked (of the bare heading `no` always), and the cells that are refused because the program lost them. */
const expectations: readonly (readonly [file: string, asked: string, lost: string])[] = [
  ['calc-de-no-options.csv', 'encoding no', '4:name 4:team 8:name 8:team'],
  ['calc-de-not-as-shown-utf8.csv', 'no', ''],
  ['calc-de-shown-cp1252-semicolon.csv', 'encoding no leaves', '4:name 4:team 8:name 8:team'],
  ['calc-de-shown-cp932.csv', 'encoding no leaves', '3:share 4:share 5:name 5:team 5:share 8:share'],
  ['calc-de-shown-gb18030.csv', 'encoding no leaves', ''],
  ['calc-de-shown-utf16le-bom-tab.csv', 'no leaves', ''],
  ['calc-de-shown-utf8-of-staff-en-ods.csv', 'no leaves', ''],
  ['calc-de-shown-utf8-of-staff-en-xlsx.csv', 'no leaves', ''],
  ['calc-de-shown-utf8-of-staff-ja-ods.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-de-shown-utf8-of-staff-ja-xlsx.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-de-shown-utf8-semicolon-all-text-quoted.csv', 'no leaves', ''],
  ['calc-de-shown-utf8.csv', 'no leaves', ''],
  ['calc-en-no-options.csv', 'encoding no leaves', '4:name 4:team 8:name 8:team'],
  ['calc-en-not-as-shown-utf8.csv', 'no leaves', ''],
  ['calc-en-shown-cp1252-semicolon.csv', 'encoding no leaves', '4:name 4:team 8:name 8:team'],
  ['calc-en-shown-cp932.csv', 'encoding no leaves', '5:name 5:team'],
  ['calc-en-shown-gb18030.csv', 'encoding no leaves', ''],
  ['calc-en-shown-utf16le-bom-tab.csv', 'no leaves', ''],
  ['calc-en-shown-utf8-of-staff-de-ods.csv', 'no leaves', ''],
  ['calc-en-shown-utf8-of-staff-de-xlsx.csv', 'no leaves', ''],
  ['calc-en-shown-utf8-of-staff-ja-ods.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-en-shown-utf8-of-staff-ja-xlsx.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-en-shown-utf8-semicolon-all-text-quoted.csv', 'no leaves', ''],
  ['calc-en-shown-utf8.csv', 'no leaves', ''],
  ['calc-ja-no-options.csv', 'encoding no', '4:name 4:team 8:name 8:team'],
  ['calc-ja-not-as-shown-utf8.csv', 'no', ''],
  [
    'calc-ja-shown-cp1252-semicolon.csv',
    'encoding no',
    '3:leaves 4:name 4:team 4:leaves 5:leaves 8:name 8:team 8:leaves',
  ],
  ['calc-ja-shown-cp932.csv', 'encoding no', '3:leaves 4:leaves 5:name 5:team 5:leaves 8:leaves'],
  ['calc-ja-shown-gb18030.csv', 'encoding no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-ja-shown-utf16le-bom-tab.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-ja-shown-utf8-of-staff-de-ods.csv', 'no leaves', ''],
  ['calc-ja-shown-utf8-of-staff-de-xlsx.csv', 'no leaves', ''],
  ['calc-ja-shown-utf8-of-staff-en-ods.csv', 'no leaves', ''],
  ['calc-ja-shown-utf8-of-staff-en-xlsx.csv', 'no leaves', ''],
  ['calc-ja-shown-utf8-semicolon-all-text-quoted.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['calc-ja-shown-utf8.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['gnumeric-de-cp932-crlf.csv', 'encoding no', ''],
  ['gnumeric-de-preserve-semicolon.csv', 'no leaves', ''],
  ['gnumeric-de-preserve-utf16le-no-bom-tab-crlf.csv', 'no leaves', ''],
  ['gnumeric-de.csv', 'no', ''],
  ['gnumeric-de.ods', 'no', ''],
  ['gnumeric-en-cp932-crlf.csv', 'encoding no', ''],
  ['gnumeric-en-preserve-semicolon.csv', 'no leaves', ''],
  ['gnumeric-en-preserve-utf16le-no-bom-tab-crlf.csv', 'no leaves', ''],
  ['gnumeric-en.csv', 'no', ''],
  ['gnumeric-ja-cp932-crlf.csv', 'encoding no', ''],
  ['gnumeric-ja-preserve-semicolon.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['gnumeric-ja-preserve-utf16le-no-bom-tab-crlf.csv', 'no', '3:leaves 4:leaves 5:leaves 8:leaves'],
  ['gnumeric-ja.csv', 'no', ''],
  ['gnumeric-ja.xlsx', 'no', ''],
  ['staff-de-formats-with-language.xlsx', 'no', ''],
  ['staff-de-saved-again-in-en.xlsx', 'no', ''],
  ['staff-de.ods', 'no', ''],
  ['staff-de.xlsx', 'no', ''],
  ['staff-en-saved-again-in-ja.xlsx', 'no', ''],
  ['staff-en.ods', 'no', ''],
  ['staff-en.xlsx', 'no', ''],
  ['staff-ja-saved-again-in-de.xlsx', 'no', ''],
  ['staff-ja.ods', 'no', ''],
  ['staff-ja.xlsx', 'no', ''],
];

test('each of the sixty files has its expectation', () => {
  expect(expectations.map(([file]) => file).sort()).toEqual(readdirSync(folder).sort());
});

test.each(expectations)('%s is read as typed, after asking of: %s; lost are: %s', async (file, asks, lost) => {
  const { read, asked } = await readAll(file);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(asked.join(' ')).toBe(asks);
  expect(read.faults.map(({ line, field }) => `${line}:${field}`).join(' ')).toBe(lost);
  for (const [at, { line, record }] of read.records.entries()) {
    const spoiled = read.faults.filter((fault) => fault.line === line).map(({ field }) => field);
    const whole = Object.entries(record).filter(([column]) => !spoiled.includes(column));
    const name =
      file.includes('gnumeric') && file.includes('cp932')
        ? { name: rewritten(typed[at]?.name), team: rewritten(typed[at]?.team) }
        : {};
    expect({ ...typed[at], ...Object.fromEntries(whole) }).toEqual({ ...typed[at], ...name });
  }
});

/** Gnumeric writes what CP932 lacks in other letters, and nobody can see that it did. */
const rewritten = (text: string | undefined) =>
  /[üö]/.test(text ?? '') ? expect.stringMatching(/^(M(u|ue)ller, J(o|oe)rg|Einkauf, S(u|ue)d)$/) : text;
