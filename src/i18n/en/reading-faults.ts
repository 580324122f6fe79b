import type { MadeOf, ReadingSentences } from '#core/tables/reading-fault.ts';

const made: Readonly<Record<MadeOf, string>> = {
  number: 'a number',
  date: 'a date',
  time: 'a time',
  boolean: 'TRUE or FALSE',
};

const orders = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };

/** Why a file of somebody's office program, or a cell of it, cannot be read. */
export const readingFaults = {
  'empty-file': () => 'this file is empty',
  'too-large': ({ megabytes }) => `this file is larger than ${megabytes} MB; take the list alone, or in parts`,
  'old-workbook': () =>
    'this is an old .xls workbook, or one with a password; save it without a password as XLSX, ODS or "CSV UTF-8"',
  pdf: () => 'this is a PDF, made for reading; ask for the list as XLSX, ODS or CSV',
  'web-page': ({ file }) =>
    `${file} is a web page; open it in a spreadsheet program and save it as XLSX or "CSV UTF-8"`,
  'no-text': () => 'this is no text: it holds zero bytes. Save the list as CSV, XLSX or ODS.',
  'unknown-encoding': () =>
    'its letters are in no encoding that we know. Save the list once more, as "CSV UTF-8" or as XLSX.',
  'other-encoding': ({ encoding }) =>
    `it holds bytes that are no letters of ${encoding}. Choose another encoding, or save it as "CSV UTF-8".`,
  'line-too-long': () =>
    'this line is longer than any list has; perhaps a quotation mark before it was never closed, or this is no list',
  'open-quote': () => 'a quotation mark was opened and never closed',
  'no-cells': () => 'the cells of this line cannot be told apart; save the list once more, as "CSV UTF-8" or as XLSX',
  'too-many-lines': ({ lines }) => `it has more than ${lines} lines; take it in in parts`,
  'too-many-cells': ({ columns, cells }) =>
    `it has more than ${columns} columns, or more than ${cells} cells; take the list alone, or in parts`,
  'damaged-workbook': () => 'this workbook is damaged: it cannot be unpacked. Save it once more.',
  'unpacks-too-large': () =>
    'this workbook is too large when it is unpacked; take the list alone, without pictures, or as CSV',
  'no-workbook': () => 'this is no workbook that we can read. Save it as XLSX, ODS or "CSV UTF-8".',
  'sheet-too-large': ({ rows, columns }) =>
    `a sheet of it is larger than ${rows} rows of ${columns} columns; take the list alone`,
  'empty-workbook': () => 'this workbook is empty',
  'cells-moved': ({ cells, headings }) =>
    `this line has ${cells} cells and there are ${headings} headings; put quotation marks around a cell that holds the delimiter`,
  'cell-too-long': ({ characters }) => `this cell has ${characters} characters; no list needs so many`,
  'no-result': () => 'this formula has no result in the file; open it in the spreadsheet program and save it once more',
  'shown-error': ({ said }) =>
    `the spreadsheet shows the error ${said} here; mend its formula, or type what belongs there`,
  'lost-letters': ({ said }) =>
    `"${said}" has lost letters: whatever wrote the file put "?" for them. Save the list once more as "CSV UTF-8", XLSX or ODS.`,
  'control-characters': () => 'this holds control characters; type it anew',
  retyped: ({ made: what, said }) =>
    `the spreadsheet has made ${made[what]} of this (${said}); format the column as text there and type it anew`,
  'no-time': ({ said }) => `"${said}" is no time of day; write it as 08:30`,
  'no-year': ({ said }) =>
    `"${said}" has no year: the program left it out. Show the column as 2027-03-31 there, or save the list as XLSX.`,
  'no-date': ({ said }) => `"${said}" is no date; write it as 2027-03-31`,
  'other-order': ({ said, order }) => `"${said}" is no date in the order ${orders[order]}; write it as 2027-03-31`,
  'no-number': ({ said, sign }) =>
    `"${said}" is not a number; write digits alone${sign ? `, with a decimal ${sign} as elsewhere in this file` : ''}, or leave it empty when nobody knows`,
} satisfies ReadingSentences;
