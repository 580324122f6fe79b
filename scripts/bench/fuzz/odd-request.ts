import { type Dice, diceOf } from './dice.ts';
import { oddBody } from './odd-body.ts';
import { oddHeaders } from './odd-headers.ts';
import { type Known, oddTarget } from './odd-target.ts';
import { oddText } from './odd-text.ts';

/** One request in the pieces in which it goes out. */
export type OddRequest = {
  pieces: Buffer[];
  /** Whether all of it is sent, so that an answer must come. */
  whole: boolean;
  /** Whether its sender goes away without waiting for an answer. */
  leaves: boolean;
};

/** Most are known, so that most requests come as far as a page. */
const reading = ['GET', 'GET', 'GET', 'HEAD'] as const;
const others = ['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH', 'get', 'CONNECT', 'PROPFIND', 'X'] as const;

function aMethod(dice: Dice): string {
  if (dice.happens(0.5)) return dice.one(reading);
  return dice.happens(0.85) ? 'POST' : dice.one(others);
}

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
  const method = aMethod(dice);
  const version = dice.happens(0.96) ? 'HTTP/1.1' : dice.one(versions);
  const raw = dice.happens(0.03) ? /[\r\n]/g : /[^\x21-\x7e]/g;
  const target = oddTarget(dice, known).toWellFormed().replaceAll(raw, encodeURIComponent);
  const body =
    method === 'POST' || dice.happens(0.03) ? oddBody(dice) : { headers: [], bytes: Buffer.alloc(0), whole: true };
  const lines = [
    `${method} ${target} ${version}`,
    ...oddHeaders(dice, keepingIn(known, target), method),
    ...asTrainer(dice, known, target),
    ...body.headers,
    'Connection: close',
    '',
    '',
  ];
  const newline = dice.happens(0.97) ? '\r\n' : '\n';
  const whole = Buffer.concat([Buffer.from(lines.join(newline)), body.bytes]);
  const isCut = dice.happens(0.04);
  const sent = isCut ? whole.subarray(0, dice.below(whole.byteLength)) : whole;
  const noise = dice.happens(0.02) ? [Buffer.from(oddText(dice))] : [];
  return {
    pieces: [...cut(sent, dice.below(3), dice.below), ...noise],
    whole: body.whole && !isCut,
    leaves: dice.happens(0.05),
  };
}

/** The desk shows itself to nobody else. */
function asTrainer(dice: Dice, { session }: Known, target: string): string[] {
  const may = target.startsWith('/desk') && !target.includes('sign-out') && dice.happens(0.6);
  return may ? [`Cookie: nodomoto-desk=${session}`] : [];
}

/** Whoever signs out once is out for all requests to come. */
function keepingIn(known: Known, target: string): Known {
  return target.includes('sign-out') ? { ...known, session: 'none' } : known;
}

function cut(bytes: Buffer, cuts: number, below: (count: number) => number): Buffer[] {
  if (cuts === 0 || bytes.byteLength < 2) return [bytes];
  const at = 1 + below(bytes.byteLength - 1);
  return [bytes.subarray(0, at), ...cut(bytes.subarray(at), cuts - 1, below)];
}
