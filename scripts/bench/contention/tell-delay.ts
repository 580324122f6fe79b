import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a measured server (`node --import`). Between a SIGUSR2 and its end it watches how long the event loop of the main thread stood, and
 * writes the longest and the 99th percentile, in milliseconds, into the file of BENCH_TELL.
 */
const resolutionMs = 1;
const file = process.env['BENCH_TELL'];

if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  process.on('SIGUSR2', () => delay.enable());
  process.on('exit', () => {
    writeFileSync(file, JSON.stringify({ longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6 }));
  });
}
