import type { Dice } from './dice.ts';
import { oddText, perhapsDamaged } from './odd-text.ts';

/** The body of a request as it goes over the wire, with the headers that say how it is framed. */
export type Body = {
  headers: string[];
  bytes: Buffer /** Whether it is all there, so that an answer must come. */;
  whole: boolean;
};

/** Every field of every form, with what its page offers. */
const fields: Readonly<Record<string, readonly [string, ...string[]]>> = {
  act: ['read', 'later', 'pause', 'resume', 'pace', 'relevant', 'not-relevant', 'unsubscribe', 'undo', 'leave'],
  days: ['1', '3', '7'],
  until: ['2026-12-24', '2026-02-30', '9999-12-31'],
  pace: ['usual', 'less', 'weekly'],
  choice: ['a', 'b', '0', 'will', 'did'],
  sureness: ['1', '2', '3', 'sure'],
  'List-Unsubscribe': ['One-Click'],
  email: ['trainer@kazehaya.example', 'nobody@firm.example'],
  language: ['en', 'ja'],
  from: ['/desk', '//evil.example', '/.//evil.example'],
  team: ['1', '2', '0'],
  module: ['first-week'],
  due: ['2026-12-24'],
  case: ['suez-grounding-2021'],
  hazard: ['flood'],
  note: ['A note.'],
};

function someFields(dice: Dice): [string, string][] {
  const names = Object.keys(fields);
  return dice.some(8, (): [string, string] => {
    const name = names[dice.below(names.length)] ?? 'act';
    return [perhapsDamaged(dice, name), perhapsDamaged(dice, dice.one(fields[name] ?? ['']))];
  });
}

const encode = (dice: Dice, text: string) => (dice.happens(0.8) ? encodeURIComponent(text.toWellFormed()) : text);

function urlencoded(dice: Dice): string {
  const pairs = someFields(dice).map(([name, value]) => `${encode(dice, name)}=${encode(dice, value)}`);
  return pairs.join(dice.one(['&', '&', '&', ';', '&&']));
}

function multipart(dice: Dice, boundary: string): string {
  const parts = someFields(dice).map(([name, value]) => {
    const file = dice.happens(0.2) ? `; filename="${oddText(dice)}"` : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  const end = dice.happens(0.8) ? `--${boundary}--\r\n` : '';
  return perhapsDamaged(dice, parts.join('') + end);
}

function content(dice: Dice): { type: string; text: string } {
  const boundary = dice.one(['b', '----form', ' ', '']);
  return dice.one([
    { type: 'application/x-www-form-urlencoded', text: urlencoded(dice) },
    { type: 'application/x-www-form-urlencoded; charset=utf-16', text: urlencoded(dice) },
    { type: `multipart/form-data; boundary=${boundary}`, text: multipart(dice, boundary) },
    { type: 'multipart/form-data', text: multipart(dice, boundary) },
    { type: 'application/json', text: JSON.stringify(Object.fromEntries(someFields(dice))) },
    { type: oddText(dice).replaceAll(/[\r\n]/g, ' '), text: oddText(dice) },
  ]);
}

function chunked(dice: Dice, bytes: Buffer): Buffer {
  const size = () =>
    dice.happens(0.85) ? bytes.byteLength.toString(16) : dice.one(['-1', 'ffffffffffffffffff', 'g', '', ' 1', '0x1']);
  const extension = dice.happens(0.1) ? `;${oddText(dice)}` : '';
  const end = dice.one(['0\r\n\r\n', '0\r\n\r\n', '0\r\nX-Trailer: a\r\n\r\n', '', '0\r\n', '\r\n']);
  return Buffer.concat([Buffer.from(`${size()}${extension}\r\n`), bytes, Buffer.from(`\r\n${end}`)]);
}

/** A form, or what somebody takes for one, framed rightly or not. */
export function oddBody(dice: Dice): Body {
  const { type, text } = content(dice);
  const bytes = Buffer.from(dice.happens(0.01) ? text.padEnd(70_000, 'x') : text);
  const typed = dice.happens(0.9) ? [`Content-Type: ${type}`] : [];
  const right = `Content-Length: ${bytes.byteLength}`;
  if (dice.happens(0.2))
    return { headers: [...typed, 'Transfer-Encoding: chunked'], bytes: chunked(dice, bytes), whole: false };
  if (dice.happens(0.85)) return { headers: [...typed, right], bytes, whole: true };
  const wrong = dice.one([
    [`Content-Length: ${bytes.byteLength + 1 + dice.below(50)}`],
    [`Content-Length: ${dice.below(bytes.byteLength + 1)}`],
    [`Content-Length: ${dice.one(['-1', 'x', '1e3', '99999999999999999999', ''])}`],
    [right, 'Content-Length: 1'],
    [right, 'Transfer-Encoding: chunked'],
    ['Transfer-Encoding: gzip'],
    [],
  ]);
  return { headers: [...typed, ...wrong], bytes, whole: false };
}
