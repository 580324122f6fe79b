import { readFileSync } from 'node:fs';

export type Stopping = {
  /** Aborted when the run is told to stop. */
  signal: AbortSignal;
  /** Resolves then. */
  asked: Promise<void>;
  /** Stops the run because something failed: it ends in order, but not well. */
  fail: () => void;
};

/** How long a run may take to end after it was told to: supervisors give ten seconds before they kill. */
const patienceMs = 5000;

/** npm passes Ctrl-C on to a child that the terminal told already: what comes so soon is the same wish. */
const sameWishMs = 500;

/** How often it is looked whether npm is still there. */
const lookMs = 500;

/** npm may be killed while the site is still being built. */
const parentsAtStart = parents();

/**
 * Listens for a wish to stop: SIGINT, SIGTERM or, under npm, the end of npm. A second one, or a run that takes too long to end, ends it at once, as
 * the signal alone would have: what was under way may have left, and the next run finds it so.
 */
export function untilStopped(): Stopping {
  const controller = new AbortController();
  const { signal } = controller;
  let askedAt = 0;
  const stop = (code: number) => {
    if (signal.aborted) {
      if (performance.now() - askedAt > sameWishMs) process.exit(code);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(code), patienceMs).unref();
    controller.abort();
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentEnds(() => stop(143));
  const fail = () => {
    process.exitCode = 1;
    stop(1);
  };
  return {
    signal,
    fail,
    asked: new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  };
}

/** npm that is killed tells nobody; its child would go on mailing with nobody to stop it. Outside npm, a run may well outlive the shell that began it. */
function whenParentEnds(stop: () => void): void {
  // Whoever read what is printed may have gone with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const look = setInterval(() => {
    if (parents() === parentsAtStart) return;
    clearInterval(look);
    stop();
  }, lookMs);
  look.unref();
}

/** The parent's number and, where that is a shell that npm put between, npm's: a shell outlives it. Only Linux has such shells, and tells. */
function parents(): string {
  const told = statusOf(process.ppid);
  const isShell = /^Name:\s*(\w*sh|busybox)$/m.test(told);
  return `${process.ppid} ${isShell ? (/^PPid:\s*(\d+)/m.exec(told)?.[1] ?? '') : ''}`;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
