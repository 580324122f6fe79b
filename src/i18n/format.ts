import type { Language } from './languages.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type DateParts = { year: string; month: string; day: string };

function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: month && String(Number(month)), day: day && String(Number(day)) };
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

/** How each language writes a date known to the day, the month or the year; parts that are not to be said are empty. */
const written: Record<Language, (parts: DateParts) => string> = {
  en: ({ year, month, day }) => joined(day, months[Number(month) - 1] ?? '', year),
  ja: ({ year, month, day }) => `${year && `${year}年`}${month && `${month}月`}${day && `${day}日`}`,
};

/** `2011-03-11` as "11 Mar 2011" or "2011年3月11日", `2011-03` as "Mar 2011", `2011` as "2011". */
export function formatDate(date: string, language: Language): string {
  return written[language](partsOf(date));
}

/** "27 Sep 2024 – 8 Aug 2025"; what both ends share is said once, at the end in English and at the start in Japanese. */
export function formatSpan(start: string, end: string | undefined, language: Language): string {
  if (!end || end === start) return formatDate(start, language);
  const from = partsOf(start);
  const to = partsOf(end);
  const write = written[language];
  const whole = `${write(from)} – ${write(to)}`;
  if (from.year !== to.year) return whole;
  if (language === 'ja') return spanInJapanese(from, to);
  if (from.month === to.month && from.day && to.day) return `${from.day}–${write(to)}`;
  if (!from.month) return write(to);
  return `${write({ ...from, year: '' })} – ${write(to)}`;
}

function spanInJapanese(from: DateParts, to: DateParts): string {
  const write = written.ja;
  if (!to.month) return write(from);
  if (from.month === to.month && from.day && to.day) return `${write(from)}–${to.day}日`;
  return `${write(from)} – ${write({ ...to, year: '' })}`;
}

/** "1997" or "2010–2015". */
export function formatYears(start: string, end?: string): string {
  const from = start.slice(0, 4);
  const to = (end ?? start).slice(0, 4);
  return from === to ? from : `${from}–${to}`;
}

/** "1 case", "6 cases". */
export function formatCount(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "20 minutes", "1 hour", "1 hour 30 minutes"; "1時間30分". */
export function formatMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (language === 'ja') return `${hours ? `${hours}時間` : ''}${rest ? `${rest}分` : ''}`;
  return joined(hours ? formatCount(hours, 'hour') : '', rest ? formatCount(rest, 'minute') : '');
}

/** "buyer, planner and quality"; "購買、計画、品質". */
export function formatList(items: readonly string[], language: Language): string {
  if (language === 'ja') return items.join('、');
  return new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' }).format(items);
}

/** How each language ends a sentence, says what follows, and parts two things that stand in a row. */
const punctuation = {
  en: {
    comma: ', ',
    gap: ' ',
    sentence: (text: string) => `${text}.`,
    lead: (text: string) => `${text}.`,
    pair: (label: string, value: string) => `${label}: ${value}`,
  },
  ja: {
    comma: '、',
    gap: '',
    sentence: (text: string) => `${text}。`,
    lead: (text: string) => `${text}：`,
    pair: (label: string, value: string) => `${label}：${value}`,
  },
} as const satisfies Record<Language, object>;

/** The formats of one language. */
export function formatsIn(language: Language) {
  return {
    ...punctuation[language],
    date: (date: string) => formatDate(date, language),
    span: (start: string, end?: string) => formatSpan(start, end, language),
    years: formatYears,
    minutes: (minutes: number) => formatMinutes(minutes, language),
    list: (items: readonly string[]) => formatList(items, language),
  };
}

/** A chance or share, 0 to 1, as "62 %"; the space does not break. What is not certain is never shown as certain. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.005) return '<\u00a01\u00a0%';
  if (share < 1 && share >= 0.995) return '>\u00a099\u00a0%';
  return `${formatWholePercent(share)}\u00a0%`;
}

/** The bare figure of a percentage, for the ends of a band. */
export function formatWholePercent(share: number): string {
  return String(Math.round(share * 100));
}
