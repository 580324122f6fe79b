import type { Dice } from './dice.ts';
import type { Known } from './odd-target.ts';
import { oddText, perhapsDamaged } from './odd-text.ts';

const units = ['bytes', 'bytes', 'bytes', 'Bytes', 'lines', ''] as const;
const offsets = ['', '0', '1', '9', '4096', '999999999', '99999999999999999999', '-1', '1.5', '0x1', ' '] as const;

function aRange(dice: Dice): string {
  const part = () => `${dice.one(offsets)}${dice.one(['-', '-', '-', '--', '', '–'])}${dice.one(offsets)}`;
  return `${dice.one(units)}${dice.one(['=', '=', '=', ' ', ''])}${[part(), ...dice.some(3, part)].join(',')}`;
}

const dates = [
  'Mon, 30 Nov 2026 12:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '30.11.2026',
  '99999999999999',
] as const;
const tags = ['*', '"a"', 'W/"a"', '"', '""', 'W/', '"a", "b"', ','] as const;

const version = (dice: Dice) => (dice.happens(0.5) ? dice.one(dates) : dice.one(tags));

const cookie = (dice: Dice, { session }: Known) =>
  [
    `nodomoto-desk=${perhapsDamaged(dice, session)}`,
    `nodomoto-language=${dice.one(['en', 'ja', 'xx', oddText(dice)])}`,
    oddText(dice),
  ]
    .filter(() => dice.happens(0.7))
    .join(dice.one(['; ', ';', ', ', '=']));

/** Each header with the values that somebody may give it. */
const grammar: Readonly<Record<string, (dice: Dice, known: Known) => string>> = {
  Range: aRange,
  'If-Range': version,
  'If-Match': version,
  'If-None-Match': version,
  'If-Modified-Since': version,
  'If-Unmodified-Since': version,
  'Accept-Encoding': (dice) =>
    dice.one(['gzip', 'br', 'gzip, br', '*', 'gzip;q=0', 'br;q=2', 'gzip;q=', ';', oddText(dice)]),
  'Accept-Language': (dice) => dice.one(['ja', 'en', 'ja;q=0.9,en;q=x', '*', ',,,', oddText(dice)]),
  Accept: (dice) => dice.one(['text/html', '*/*', 'application/json', oddText(dice)]),
  Cookie: cookie,
  Origin: (dice, { host }) =>
    dice.one([`http://${host}`, `http://${host}`, 'null', 'http://evil.example', oddText(dice)]),
  'Sec-Fetch-Site': (dice) => dice.one(['same-origin', 'same-origin', 'cross-site', 'none', oddText(dice)]),
  Authorization: (dice) => dice.one(['Bearer', 'Bearer x', 'Basic eA==', oddText(dice)]),
  'X-Forwarded-For': (dice) => dice.one(['203.0.113.7', '::1', ',', 'localhost', oddText(dice)]),
  'X-Forwarded-Host': () => 'evil.example',
  'X-Forwarded-Proto': (dice) => dice.one(['https', 'javascript', oddText(dice)]),
  Forwarded: (dice) => dice.one(['for=127.0.0.1;host=evil.example', oddText(dice)]),
  Expect: (dice) => dice.one(['100-continue', '200-ok', oddText(dice)]),
  Upgrade: (dice) => dice.one(['h2c', 'websocket', 'TLS/1.0']),
  'Cache-Control': (dice) => dice.one(['no-cache', 'only-if-cached', oddText(dice)]),
  Referer: (dice, { host }) => dice.one([`http://${host}/desk`, oddText(dice)]),
  TE: (dice) => dice.one(['trailers', 'chunked']),
  'X-HTTP-Method-Override': (dice) => dice.one(['DELETE', 'TRACE']),
};

/** The host that most requests name, so that they come further than its check. */
function hostLines(dice: Dice, { host }: Known): string[] {
  if (dice.happens(0.96)) return [`Host: ${host}`];
  return dice.one([
    [],
    [`Host: ${oddText(dice)}`],
    ['Host: evil.example'],
    [`Host: ${host}`, 'Host: evil.example'],
    [`Host: ${host}.evil.example`],
  ]);
}

/** Lines that are no header at all. */
const brokenLines = [
  'NoColon',
  ': no name',
  'Spaced : a',
  ' folded',
  'X-\u00e9: a',
  'X-Null: \0',
  'X-Bare: a\rb',
  'X-Empty:',
] as const;

/** A form says where it comes from, or goes no further. */
function fromHere(dice: Dice, { host }: Known, method: string): string[] {
  return method === 'POST' && dice.happens(0.85) ? [`Origin: http://${host}`] : [];
}

export function oddHeaders(dice: Dice, known: Known, method: string): string[] {
  const names = Object.keys(grammar);
  const lines = dice.some(6, () => {
    const name = names[dice.below(names.length)] ?? 'Accept';
    return `${name}: ${grammar[name]?.(dice, known) ?? ''}`;
  });
  const broken = dice.happens(0.02) ? [dice.one(brokenLines)] : [];
  const first = [...hostLines(dice, known), ...fromHere(dice, known, method)];
  return [...first, ...lines.map((line) => line.replaceAll(/[\r\n]/g, ' ')), ...broken];
}
