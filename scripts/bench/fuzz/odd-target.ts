import { routes } from '#server/http/route-of.ts';
import type { Dice } from './dice.ts';
import { damaged, oddText, perhapsDamaged } from './odd-text.ts';

/** What of a running product a stranger may have seen: a mail of theirs, the files of the site. */
export type Known = {
  /** `host:port` of the site. */
  host: string;
  /** Tokens of links in mail. */
  tokens: readonly [string, ...string[]];
  /** The session of a trainer. */
  session: string;
  /** Names of built files, from `/` on. */
  files: readonly [string, ...string[]];
};

const values: Readonly<Record<string, (dice: Dice, known: Known) => string>> = {
  token: (dice, { tokens }) => dice.one(tokens),
  id: (dice) => String(dice.below(60)),
  person: (dice) => String(dice.below(60)),
  file: (dice) => dice.one(['teams.csv', 'exposures.csv', 'people.csv']),
};

/** The address of a page made on demand, with what it stands for filled in. */
function aRoute(dice: Dice, known: Known): string {
  const [first, ...others] = routes;
  const route = dice.one([first, ...others]);
  return route.replaceAll(/\[(\w+)\]/g, (_, name: string) => perhapsDamaged(dice, values[name]?.(dice, known) ?? ''));
}

/** A built file, under one of the spellings of its address. */
function aFile(dice: Dice, { files }: Known): string {
  const name = dice.one(files);
  return dice.happens(0.5) ? name : name.replace(/index\.html$/, '').replace(/\/$/, dice.one(['', '/', '//']));
}

const queryFields = [
  'change',
  'choice',
  'done',
  'team',
  'module',
  'due',
  'sent',
  'back',
  'href',
  'from',
  'week',
] as const;

function aQuery(dice: Dice): string {
  const fields = dice.some(4, () => `${dice.one(queryFields)}${dice.one(['=', '', '[]=', '=='])}${oddText(dice)}`);
  return `?${fields.join(dice.one(['&', ';', '&&']))}`;
}

/** What a request line asks for. */
export function oddTarget(dice: Dice, known: Known): string {
  const path = dice.happens(0.65) ? aRoute(dice, known) : aFile(dice, known);
  const spelt = dice.happens(0.2) ? damaged(dice, path) : path;
  const whole = dice.happens(0.3) ? spelt + aQuery(dice) : spelt;
  if (dice.happens(0.03))
    return `${dice.one(['http', 'https', 'ftp', ''])}://${dice.one([known.host, 'evil.example', ''])}${whole}`;
  if (dice.happens(0.03)) return dice.one(['*', '', '//', '/..', 'evil.example:443', '?', '#']);
  return whole;
}
