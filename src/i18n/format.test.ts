import { expect, test } from 'vitest';
import { formatCount, formatDate, formatMinutes, formatPercent, formatSpan, formatYears } from './format.ts';

test('a date is said as far as it is known', () => {
  expect(['2026-11-23', '2011-03', '2011'].map((date) => formatDate(date, 'en'))).toEqual([
    '23 Nov 2026',
    'Mar 2011',
    '2011',
  ]);
});

test('a span says once what both ends share', () => {
  expect(formatSpan('2024-09-27', '2025-08-08', 'en')).toBe('27 Sep 2024 – 8 Aug 2025');
  expect(formatSpan('2011-03-11', '2011-11', 'en')).toBe('11 Mar – Nov 2011');
  expect(formatSpan('1997-02-01', '1997-02-06', 'en')).toBe('1–6 Feb 1997');
  expect(formatSpan('2010', '2015', 'en')).toBe('2010 – 2015');
  expect(formatSpan('1997-02-01', undefined, 'en')).toBe('1 Feb 1997');
  expect(formatYears('2010-09', '2010-11')).toBe('2010');
});

test('minutes become hours where they fill them', () => {
  expect([20, 60, 90].map((minutes) => formatMinutes(minutes, 'en'))).toEqual([
    '20 minutes',
    '1 hour',
    '1 hour 30 minutes',
  ]);
});

test('one is one and many are many', () => {
  expect([formatCount(1, 'case'), formatCount(1200, 'case')]).toEqual(['1 case', '1,200 cases']);
});

test('Japanese writes the year first, and says what a span shares once', () => {
  expect(['2026-11-23', '2011-03', '2011'].map((date) => formatDate(date, 'ja'))).toEqual([
    '2026年11月23日',
    '2011年3月',
    '2011年',
  ]);
  expect(formatSpan('1997-02-01', '1997-02-06', 'ja')).toBe('1997年2月1日–6日');
  expect(formatSpan('2011-03-11', '2011-11', 'ja')).toBe('2011年3月11日 – 11月');
  expect(formatSpan('2024-09-27', '2025-08-08', 'ja')).toBe('2024年9月27日 – 2025年8月8日');
  expect(formatMinutes(90, 'ja')).toBe('1時間30分');
});

test.each([
  [0, '0 %'],
  [0.001, '< 1 %'],
  [0.005, '1 %'],
  [0.62, '62 %'],
  [0.994, '99 %'],
  [0.995, '> 99 %'],
  [0.999, '> 99 %'],
  [1, '100 %'],
])('%d is shown as %s: what is nearly certain is not called certain', (share, shown) => {
  expect(formatPercent(share).replaceAll('\u00a0', ' ')).toBe(shown);
});
