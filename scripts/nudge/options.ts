import { AppError } from '#core/errors/app-error.ts';
import { UsageError } from '../usage-error.ts';
import { usage } from './usage.ts';

export type Options = {
  now?: string;
  to?: string;
  kind?: string;
  settle?: string;
  lift?: string;
  days?: string;
  year?: string;
  address?: string;
  team?: string;
  quarter?: string;
  html?: string;
  pdf?: string;
  leaves?: string;
  back?: boolean;
  as?: string;
  pass?: string;
  language?: string;
  give?: string;
  take?: string;
  by?: string;
  link?: string;
  line?: string;
  until?: string;
  operator?: boolean;
  tlp?: string;
  out?: string;
  trust?: string;
  called?: string;
  json?: boolean;
  'dry-run'?: boolean;
  prune?: boolean;
  yes?: boolean;
  leavers?: string;
  same?: string;
  renamed?: string;
  role?: string;
  zone?: string;
  'without-faulty'?: boolean;
  encoding?: string;
  sheet?: string;
  list?: string;
  decimal?: string;
  'date-order'?: string[];
  column?: string[];
  value?: string[];
  zeros?: string[];
  xlsx?: boolean;
  quick?: boolean;
  field?: boolean;
  publish?: boolean;
  markdown?: boolean;
};

export type Command = {
  name: string;
  options: readonly (keyof Options)[];
  /** Reads in what the command is made of. */
  load: () => Promise<(positionals: string[], options: Options) => Promise<void>>;
};

export function wrongUsage(sentence: string): UsageError {
  return new UsageError(sentence, usage);
}

/** The one argument a command needs. @throws UsageError when there is none, or more. */
export function onlyArgument(positionals: string[], what: string): string {
  const [first, ...others] = positionals;
  if (!first) throw wrongUsage(`Say ${what}.`);
  if (others.length > 0) throw wrongUsage(`"${others[0]}" is one argument too many.`);
  return first;
}

/**
 * `--now` as epoch milliseconds; without it, the clock. A time without seconds is accepted, a time without a zone is not. Nor is one that is still
 * to come, unless nothing is saved: what is saved then would stand in the way of every day until then.
 */
export function nowFrom(options: Options, saves: 'saves' | 'saves nothing', clock: number): number {
  if (options.now === undefined) return clock;
  const now = instantIn(options.now);
  if (now > clock && saves === 'saves' && !options['dry-run']) throw new AppError('NOW_AHEAD', { now: options.now });
  return now;
}

function instantIn(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw wrongUsage(`--now "${text}" is not an instant; write it as 2026-12-15T00:00Z.`);
  }
}
