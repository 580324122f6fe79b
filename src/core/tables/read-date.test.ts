import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test.each([
  ['2026-12-05'],
  ['2026/12/05'],
  ['2026/12/5'],
  ['05.12.2026'],
  ['5.12.2026'],
  ['2026年12月5日'],
  ['２０２６年１２月５日'],
  ['令和8年12月5日'],
  ['R8.12.5'],
  ['20261205'],
  ['2026-12-05T00:00:00'],
  ['2026/12/05 0:00'],
  ['5 Dec 2026'],
  ['5. Dezember 2026'],
  ['Dec 5, 2026'],
  ['5 décembre 2026'],
])('%s is certain', (text) => {
  expect(readDate(text)).toEqual({ kind: 'certain', on: '2026-12-05' });
});

test.each([
  ['12/05/2026', { dmy: '2026-05-12', mdy: '2026-12-05' }],
  ['05.12.26', { dmy: '2026-12-05', mdy: '2026-05-12', ymd: '2005-12-26' }],
  ['26/12/05', { dmy: '2005-12-26', ymd: '2026-12-05' }],
  ['01.04.19', { dmy: '2019-04-01', mdy: '2019-01-04', ymd: '2001-04-19' }],
  ['31/12/2026', { dmy: '2026-12-31' }],
])('%s stands for other days in other orders', (text, orders) => {
  expect(readDate(text)).toEqual({ kind: 'doubtful', orders });
});

test.each(['12月5日', '5.12.', '5. Dez', 'Dec 5', '12/5'])('%s has lost its year', (text) => {
  expect(readDate(text)).toEqual({ kind: 'lost' });
});

test.each(['08:30', '46361', 'soon', '2026-13-05', '31.02.2026', '00/00/2026'])('%s is no day', (text) => {
  expect(readDate(text)).toEqual({ kind: 'none' });
});

test('each day is read as itself in each form that is certain, and is among the readings of each that is not', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const on = date.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = on.split('-');
      for (const text of [on, `${y}/${m}/${d}`, `${d}.${m}.${y}`, `${y}年${Number(m)}月${Number(d)}日`, `${y}${m}${d}`])
        expect(readDate(text)).toEqual({ kind: 'certain', on });
      expect(readDate(`${m}/${d}/${y}`)).toMatchObject({ orders: { mdy: on } });
      expect(readDate(`${d}-${m}-${y}`)).toMatchObject({ orders: { dmy: on } });
    }),
  );
});
