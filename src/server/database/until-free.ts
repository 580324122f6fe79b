import { AppError } from '#core/errors/app-error.ts';

/** How long a write waits for another program to let go of the store, and by which clock. `passed` counts milliseconds and cannot be set. */
export type Patience = { ms: number; passed: () => number; sleep: (ms: number) => Promise<void> };

/** Others hold the store for some milliseconds, and pause for as long: whoever asked ever more rarely would miss the pauses. */
const firstWaitMs = 1;
const longestWaitMs = 15;

/** SQLite's number for a database that another connection has locked; its own kinds have it in their lowest byte. */
const busy = 5;

/**
 * Tries again while another program holds the store, until `deadline` by the clock of `patience`, and at least once. Between the tries everything
 * else goes on, which SQLite's own waiting would not allow. @throws AppError STORE_BUSY
 */
export async function untilFree<T>(attempt: () => Promise<T>, deadline: number, patience: Patience): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (patience.passed() >= deadline) throw new AppError('STORE_BUSY', { cause: error });
      await patience.sleep(waitMs);
    }
  }
}

export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === busy
  );
}
