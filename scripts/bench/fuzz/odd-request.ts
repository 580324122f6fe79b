import { diceOf } from './dice.ts';
import { oddBody } from './odd-body.ts';
import { oddHeaders } from './odd-headers.ts';
import { type Known, oddTarget } from './odd-target.ts';
import { oddText } from './odd-text.ts';

/** One request in the pieces in which it goes out. */
export type OddRequest = {
  pieces: Buffer[] /** Whether its sender goes away without waiting for an answer. */;
  leaves: boolean;
};

const methods = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'POST',
  'OPTIONS',
  'TRACE',
  'PUT',
  'DELETE',
  'PATCH',
  'get',
  'CONNECT',
  'PROPFIND',
  'X',
] as const;

const versions = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/1',
  '',
] as const;

/** The request of a number: the same number and the same seed make the same one again. */
export function oddRequest(seed: number, number: number, known: Known): OddRequest {
  const dice = diceOf(seed * 1_000_003 + number);
  const method = dice.one(methods);
  const version = dice.happens(0.9) ? 'HTTP/1.1' : dice.one(versions);
  const target = oddTarget(dice, known).replaceAll(dice.happens(0.95) ? /[\r\n ]/g : /[\r\n]/g, '%20');
  const body = method === 'POST' || dice.happens(0.1) ? oddBody(dice) : { headers: [], bytes: Buffer.alloc(0) };
  const lines = [
    `${method} ${target} ${version}`,
    ...oddHeaders(dice, known),
    ...body.headers,
    'Connection: close',
    '',
    '',
  ];
  const newline = dice.happens(0.97) ? '\r\n' : '\n';
  const whole = Buffer.concat([Buffer.from(lines.join(newline)), body.bytes]);
  const sent = dice.happens(0.04) ? whole.subarray(0, dice.below(whole.byteLength)) : whole;
  const noise = dice.happens(0.02) ? [Buffer.from(oddText(dice))] : [];
  return { pieces: [...cut(sent, dice.below(3), dice.below), ...noise], leaves: dice.happens(0.05) };
}

function cut(bytes: Buffer, cuts: number, below: (count: number) => number): Buffer[] {
  if (cuts === 0 || bytes.byteLength < 2) return [bytes];
  const at = 1 + below(bytes.byteLength - 1);
  return [bytes.subarray(0, at), ...cut(bytes.subarray(at), cuts - 1, below)];
}
