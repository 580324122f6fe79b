import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { refusedLine } from '../refused-line.ts';
import { mostUnpackedBytes } from './file-limits.ts';
import { readStaffFile } from './read-staff-file.ts';
import type { FileAnswers, StaffFile } from './staff-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(text: string | Uint8Array, answers: FileAnswers = {}): Promise<Extract<StaffFile, { ok: true }>> {
  const file = await readStaffFile(typeof text === 'string' ? bytesOf(text) : text, 'list.csv', answers);
  if (!file.ok) throw new Error(JSON.stringify(file.faults));
  return file;
}

async function refusalOf(bytes: string | Uint8Array): Promise<string> {
  const file = await readStaffFile(typeof bytes === 'string' ? bytesOf(bytes) : bytes, 'list.csv', {});
  return file.ok
    ? 'read'
    : file.faults
        .map(refusedLine)
        .map(({ line, wrong }) => `${line}: ${wrong}`)
        .join('\n');
}

const records = ({ records: all }: { records: readonly { record: Record<string, string> }[] }) =>
  all.map(({ record }) => record);

const people = 'E-Mail,Team,Name,Role,Zone\nana@works.example,Motors,Ana,buyer,Asia/Tokyo\n';
const ana = { email: 'ana@works.example', team: 'Motors', name: 'Ana', role: 'buyer', zone: 'Asia/Tokyo' };

test.each([
  ['commas', people],
  ['semicolons', people.replaceAll(',', ';')],
  ['tabs', people.replaceAll(',', '\t')],
  ['a line that tells the delimiter', `sep=;\r\n${people.replaceAll(',', ';')}`],
  ['a title and empty rows before', `"Staff, autumn",,,,\n,,,,\n\n${people}`],
  ['empty rows and an empty column', people.replaceAll('\n', ',\n').replace('\nana', '\n,,,,,\nana')],
  ['line ends of old Macs', people.replaceAll('\n', '\r')],
])('a list of people with %s', async (_, text) => {
  const file = await read(text);
  expect(records(file)).toEqual([ana]);
  expect(file.found.list).toBe('people');
});

test('a row is told by the line where it begins, after cells of several lines too', async () => {
  const file = await read(`team,item,input\nMotors,"first\r\nsecond",a\n\nMotors,Valve,b\n`);
  expect(file.rows.map(({ line }) => line)).toEqual([2, 5]);
});

test.each([
  [
    'windows-1252',
    'Einkauf München',
    [0x45, 0x69, 0x6e, 0x6b, 0x61, 0x75, 0x66, 0x20, 0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e],
  ],
  ['shift_jis', '㈱髙﨑①', [0x87, 0x8a, 0xfb, 0xfc, 0xed, 0x95, 0x87, 0x40]],
  ['gb18030', '采购部', [0xb2, 0xc9, 0xb9, 0xba, 0xb2, 0xbf]],
] as const)(
  'a list in %s is asked about with its names, and read when that is answered',
  async (encoding, team, letters) => {
    const [before = '', after = ''] = people.split('Motors');
    const bytes = Uint8Array.from([...bytesOf(before), ...letters, ...bytesOf(after)]);
    const asked = await read(bytes);
    expect(asked.records).toEqual([]);
    expect(asked.questions).toMatchObject([{ about: 'encoding' }]);
    const choice = asked.questions[0]?.choices.find(({ answer }) => answer === encoding);
    expect(choice?.previews).toContainEqual({ written: '', read: team });
    expect(records(await read(bytes, { encoding }))).toEqual([{ ...ana, team }]);
  },
);

test('a wrong answer about the encoding is refused where its bytes are no letters, and no letter is replaced', async () => {
  const file = await readStaffFile(Uint8Array.from([...bytesOf(people), 0x81]), 'list.csv', { encoding: 'utf-8' });
  expect(file).toMatchObject({
    ok: false,
    faults: [{ wrong: { code: 'other-encoding', facts: { encoding: 'utf-8' } } }],
  });
});

test('a table of any words comes back in every encoding and with every delimiter', async () => {
  const encoders = {
    'utf-8': (text: string) => bytesOf(text),
    'utf-8 with mark': (text: string) => bytesOf(`\uFEFF${text}`),
    'utf-16le': (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    'utf-16le without mark': (text: string) => new Uint8Array(Buffer.from(text, 'utf16le')),
    'utf-16be': (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
  };
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `a${text.replaceAll(/[\p{C}?]|\uFFFD/gu, '')}z`);
  const table = fc.array(fc.record({ team: word, item: word }), { minLength: 1, maxLength: 5 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, delimiter, end) => {
        const lines = [
          ['team', 'item', 'essential'],
          ...rows.map(({ team, item }) => [quoted(team), quoted(item), 'yes']),
        ];
        const text = lines.map((line) => line.join(delimiter)).join(end);
        for (const encode of Object.values(encoders))
          expect(records(await read(encode(text)))).toEqual(rows.map((row) => ({ ...row, essential: 'yes' })));
      },
    ),
    { numRuns: 60 },
  );
});

test('a name in two columns is one: the family’s first in Japanese', async () => {
  const file = await read(
    '姓,名,部署,メールアドレス,role,zone\n高橋,美咲,購買課,misaki@works.example,buyer,Asia/Tokyo\nMüller,Jörg,購買課,joerg@works.example,buyer,Asia/Tokyo\n',
  );
  expect(records(file).map(({ name }) => name)).toEqual(['高橋 美咲', 'Jörg Müller']);
});

test('of two columns for one thing it is asked which, and neither wins by itself', async () => {
  const text = 'email,email,team,name,role,zone\nana@home.example,ana@works.example,Motors,Ana,buyer,Asia/Tokyo\n';
  const asked = await read(text);
  expect(asked.questions.map(({ about, heading }) => `${about} ${heading}`)).toEqual([
    'column email',
    'column email (2)',
  ]);
  const answered = await read(text, { columns: { 'email (2)': 'email' } });
  expect(records(answered)).toEqual([ana]);
  expect(answered.leftOut).toEqual([{ heading: 'email', near: null }]);
});

test('a heading that may have been meant for a column is asked about, and one that means nothing is named', async () => {
  const text = people.replace('Zone', 'Zone,leave,lang,phone').replace('Tokyo', 'Tokyo,2027-03-31,ja,555');
  const asked = await read(text);
  expect(asked.questions.map(({ heading, choices }) => `${heading}: ${choices[0]?.answer}`)).toEqual([
    'leave: leaves',
    'lang: language',
  ]);
  const answered = await read(text, { columns: { leave: 'leaves', lang: null } });
  expect(records(answered)).toEqual([{ ...ana, leaves: '2027-03-31' }]);
  expect(answered.leftOut.map(({ heading }) => heading)).toEqual(['lang', 'phone']);
});

test('headings in words of nobody’s list are mapped by hand', async () => {
  const text = 'A,B,C\nana@works.example,Motors,Ana\n';
  const asked = await read(text);
  expect(asked.questions).toMatchObject([{ about: 'list' }]);
  const answered = await read(text, {
    list: 'people',
    columns: { A: 'email', B: 'team', C: 'name' },
    values: { role: 'buyer', zone: 'Asia/Tokyo' },
  });
  expect(records(answered)).toEqual([ana]);
});

test('dates that may be read in two ways are asked about once for a column, with both readings', async () => {
  const text = `${people.replace('Zone', 'Zone,leaves').replace('Tokyo', 'Tokyo,12/05/26')}ben@works.example,Motors,Ben,buyer,Asia/Tokyo,11/05/26\n`;
  const asked = await read(text);
  expect(asked.questions).toEqual([
    {
      about: 'dateOrder',
      heading: 'leaves',
      choices: [
        {
          answer: 'dmy',
          previews: [
            { written: '12/05/26', read: '2026-05-12' },
            { written: '11/05/26', read: '2026-05-11' },
          ],
        },
        {
          answer: 'mdy',
          previews: [
            { written: '12/05/26', read: '2026-12-05' },
            { written: '11/05/26', read: '2026-11-05' },
          ],
        },
        {
          answer: 'ymd',
          previews: [
            { written: '12/05/26', read: '2012-05-26' },
            { written: '11/05/26', read: '2011-05-26' },
          ],
        },
      ],
    },
  ]);
  const answered = await read(text, { dateOrder: { '*': 'mdy' } });
  expect(records(answered).map(({ leaves }) => leaves)).toEqual(['2026-12-05', '2026-11-05']);
});

test('one date that only one order can read tells the order of its column', async () => {
  const text = `${people.replace('Zone', 'Zone,leaves').replace('Tokyo', 'Tokyo,12/05/2026')}ben@works.example,Motors,Ben,buyer,Asia/Tokyo,31/05/2026\n`;
  expect(records(await read(text)).map(({ leaves }) => leaves)).toEqual(['2026-05-12', '2026-05-31']);
});

const exposures = (cell: string, other = '') =>
  `team;item;stock_days;share\nMotors;Valve;${cell};\nMotors;Bolt;1;${other}\n`;

test('1.200 days are twelve hundred in a German file, 1.2 in an English one, and asked about where nothing tells', async () => {
  const first = async (text: string, answers: FileAnswers = {}) =>
    records(await read(text, answers))[0]?.['stock_days'];
  expect(await first(exposures('1.200', '80,5 %'))).toBe('1200');
  expect(await first(exposures('1.200', '80.5%'))).toBe('1.2');
  const asked = await read(exposures('1.200'));
  expect(asked.questions).toEqual([
    {
      about: 'decimal',
      heading: null,
      choices: [
        { answer: 'point', previews: [{ written: '1.200', read: '1.2' }] },
        { answer: 'comma', previews: [{ written: '1.200', read: '1200' }] },
      ],
    },
  ]);
  expect(await first(exposures('1.200'), { decimal: 'comma' })).toBe('1200');
});

test('a percentage of a German file is one', async () => {
  expect(records(await read(exposures('1', '80,5 %')))[1]?.['share']).toBe('80.5%');
});

test.each([
  ['name', 'M?ller', 'has lost letters'],
  ['name', 'M\uFFFDller', 'has lost letters'],
  ['staffNumber', '1,00E+05', 'made a number of this'],
  ['staffNumber', '3月4日', 'made a date of this'],
  ['leaves', '12月5日', 'has no year'],
  ['leaves', '#REF!', 'is no date'],
])('a cell of %s with %s cannot be what was typed', async (column, cell, wrong) => {
  const text = `email,team,leaves,${column === 'leaves' ? 'name' : column}\nana@works.example,Motors,${column === 'leaves' ? cell : '2027-03-31'},"${column === 'leaves' ? 'Ana' : cell}"\nben@works.example,Motors,2027-03-31,Ben\n`;
  const { faults } = await read(text);
  expect(faults.map(refusedLine)).toEqual([{ line: 2, field: column, wrong: expect.stringContaining(wrong) }]);
});

test('a workbook is read by value: no guides of pronunciation, dates from 1904, rich text, results of formulas', async () => {
  const bytes = readFileSync(new URL('./like-excel/phonetic-guides-dates-of-1904.xlsx', import.meta.url));
  const asked = await read(bytes);
  expect(asked.questions).toEqual([
    {
      about: 'zeros',
      heading: '社員番号',
      choices: [
        {
          answer: 'kept',
          previews: [
            { written: '00417', read: '00417' },
            { written: '00018', read: '00018' },
          ],
        },
        {
          answer: 'dropped',
          previews: [
            { written: '00417', read: '417' },
            { written: '00018', read: '18' },
          ],
        },
      ],
    },
  ]);
  const usual = { team: '購買課', role: 'buyer', zone: 'Asia/Tokyo' };
  expect(records(await read(bytes, { zeros: { '*': 'kept' } }))).toEqual([
    { ...usual, name: '高橋 美咲', email: 'misaki@works.example', leaves: '2026-12-05', staffNumber: '00417' },
    { ...usual, name: '森 大地', email: 'daichi@works.example', leaves: '2026-12-06', staffNumber: '00018' },
  ]);
});

const sheet = (name: string, rows: (string | number)[][]) => ({ name, rows });

test('of several sheets the one that holds a list is read; of two lists it is asked which', async () => {
  const list = people
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const one = await writeXlsx({ sheets: [sheet('Notes', [['Read me']]), sheet('Staff', list)] });
  expect(records(await read(one))).toEqual([ana]);
  const two = await writeXlsx({ sheets: [sheet('Nagoya', list), sheet('Rotterdam', list)] });
  const asked = await read(two);
  expect(asked.questions).toMatchObject([{ about: 'sheet', choices: [{ answer: 'Nagoya' }, { answer: 'Rotterdam' }] }]);
  expect((await read(two, { sheet: 'Rotterdam' })).found.sheet).toBe('Rotterdam');
});

/** A workbook whose archive says that each of its parts unpacks to `size`. */
async function sayingSize(size: number): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: [sheet('Staff', [['email', 'x'.repeat(5000)]])] });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

test.each([
  ['nothing', new Uint8Array(), '1: this file is empty'],
  ['spaces', ' \n , \n', '1: this file is empty'],
  ['bytes of anything', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), 'no text'],
  ['a null byte in a text', 'email,team\nana@works.example,\u0000Motors\n', 'no text'],
  [
    'a line of ten million letters',
    `email,team\n${'x'.repeat(10_000_000)}`,
    '2: this line is longer than any list has',
  ],
  ['nothing but delimiters', ','.repeat(1_000_000), '1: this file is empty'],
  ['a line of a million cells', 'a,'.repeat(1_000_000), '1: this line is longer'],
  [
    'a quotation mark that is never closed',
    'email,team\nana@works.example,"Motors\n',
    '2: a quotation mark was opened and never closed',
  ],
  [
    'a cell with an unquoted delimiter',
    'email,team,name\nana@works.example,Motors,Mori, Daichi\n',
    '2: this line has 4 cells and there are 3 headings',
  ],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'old .xls workbook, or one with a password'],
  ['a PDF', '%PDF-1.7', 'a PDF, made for reading'],
  ['a web page named as a workbook', '<html><table><tr><td>email</td></tr></table>', 'list.csv is a web page'],
  ['an archive of something else', 'PK\u0003\u0004 and no more', 'damaged'],
])('%s is refused, and it is said why', async (_, bytes, wrong) => {
  expect(await refusalOf(bytes)).toContain(wrong);
});

test('an archive that would unpack to more than the memory is not unpacked, nor one that says less than it holds', async () => {
  expect(await refusalOf(await sayingSize(mostUnpackedBytes))).toContain('too large when it is unpacked');
  expect(await refusalOf(await sayingSize(10))).toContain('no workbook that we can read');
  expect(await refusalOf(await sayingSize(0))).toContain('damaged');
});

test('a sheet with cells at its far ends is refused', async () => {
  const wide = await writeXlsx({ sheets: [sheet('Staff', [['email', ...Array.from({ length: 300 }, () => 'x')]])] });
  expect(await refusalOf(wide)).toContain('larger than');
});

test('whatever bytes come, the outcome is a value', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'PK\u0003\u0004', 'email,team\n'),
      async (bytes, head) => {
        const file = await readStaffFile(Uint8Array.from([...bytesOf(head), ...bytes]), 'list.csv', {});
        expect(typeof file.ok).toBe('boolean');
      },
    ),
  );
});
