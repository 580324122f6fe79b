import { type AppContext, type AppParts, openApp, usualParts } from '#server/app-context.ts';
import type { Log } from '#server/log/log.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';

/** Opens the app of this environment for a command that sends no mail, and closes it whatever happens. */
export async function withApp<T>(
  act: (app: AppContext) => Promise<T>,
  clock: () => number = usualParts.clock,
): Promise<T> {
  return within({ ...usualParts, clock, mail: 'nowhere' }, act);
}

/** The same for a command that sends, until it is told to stop. */
export async function withSendingApp<T>(act: (app: AppContext) => Promise<T>, stopping: AbortSignal): Promise<T> {
  return within({ ...usualParts, stopping }, act);
}

/** The log of a command. On standard error: what it prints on standard output is read by other programs. */
export function logOfRun(settings: Settings): Log {
  return openStreamLog(settings.logLevel, process.stderr, Date.now);
}

async function within<T>(parts: Omit<AppParts, 'log'>, act: (app: AppContext) => Promise<T>): Promise<T> {
  const settings = settingsOfRun();
  const app = await openApp(settings, { ...parts, log: logOfRun(settings) });
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}
