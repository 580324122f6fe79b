import type { ImportPlan } from '#core/people/import-plan.ts';
import type { Log } from '#server/log/log.ts';
import { type Ran, type RunParts, runImport, runUndo } from './run-import.ts';

/** Writes imports behind the pages that asked for it, one after the other: a request need not wait for 20,000 rows. */
export type ImportRunner = {
  apply: (key: string, plan: ImportPlan) => void;
  undo: (key: string) => void;
  /** When nothing is being written any more. */
  settled: () => Promise<void>;
};

export function importRunner(parts: RunParts & { log: Log }): ImportRunner {
  let last: Promise<void> = Promise.resolve();
  const queue = (what: 'applied' | 'undone', run: () => Promise<Ran>) => {
    last = last.then(() => told(parts, what, run));
  };
  return {
    apply: (key, plan) => queue('applied', () => runImport(parts, key, plan)),
    undo: (key) => queue('undone', () => runUndo(parts, key)),
    settled: () => last,
  };
}

async function told(
  { log, clock }: { log: Log; clock: () => number },
  what: 'applied' | 'undone',
  run: () => Promise<Ran>,
) {
  const began = clock();
  try {
    const ended = await run();
    log.tell('import-written', { what, ended, ms: clock() - began });
  } catch (err) {
    log.tell('import-failed', { what, err });
  }
}
