import { writeFileSync } from 'node:fs';

/** Loaded before a measured process (`node --import`), whose milliseconds and greatest memory it writes into the file of BENCH_TELL when it ends. */
process.on('exit', () => {
  const file = process.env['BENCH_TELL'];
  const megabytes = process.resourceUsage().maxRSS / 1000;
  if (file) writeFileSync(file, JSON.stringify({ ms: performance.now(), megabytes }));
});
