import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded before the product (`node --import`), with a channel to the bench: answers each message with how long its event loop stood still
 * and what of the processor it took since the last, and what the process holds. With `--expose-gc` the memory is what is left after collecting.
 */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let before = process.cpuUsage();
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage(before);
  const worked = { longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6, cpuMs: (user + system) / 1000 };
  process.send?.({ ...worked, heapUsed, rss });
  before = process.cpuUsage();
  delay.reset();
});
// The channel alone keeps nothing alive.
process.channel?.unref();
