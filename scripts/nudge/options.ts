import { AppError } from '#core/errors/app-error.ts';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { settingsOfRun } from '../read-environment.ts';
import { UsageError } from '../usage-error.ts';
import { usage } from './usage.ts';

export type Options = {
  now?: string;
  to?: string;
  kind?: string;
  settle?: string;
  lift?: string;
  operator?: boolean;
  json?: boolean;
  'dry-run'?: boolean;
  prune?: boolean;
  quick?: boolean;
  field?: boolean;
  publish?: boolean;
  markdown?: boolean;
};

export type Command = {
  name: string;
  options: readonly (keyof Options)[];
  run: (positionals: string[], options: Options) => Promise<void>;
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

/** Opens the app of this environment for one command, and closes it whatever happens. */
export async function withApp<T>(
  act: (app: AppContext) => Promise<T>,
  clock: () => number = usualParts.clock,
  stopping?: AbortSignal,
): Promise<T> {
  const settings = settingsOfRun();
  // On standard error: what a command prints on standard output is read by other programs.
  const log = openStreamLog(settings.logLevel, process.stderr, Date.now);
  const app = await openApp(settings, { ...usualParts, log, clock, ...(stopping ? { stopping } : {}) });
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}
