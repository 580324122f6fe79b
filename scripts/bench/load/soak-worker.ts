import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openApp, usualParts } from '#server/app-context.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { serveSite } from '#server/http/serve.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { preparePlanning } from '#server/nudges/plan-nudges.ts';
import { tick } from '#server/scheduler/scheduler.ts';
import { readSettings } from '#server/settings.ts';

/**
 * `node --expose-gc soak-worker.ts`, with settings in its environment and a channel to the bench: the product's parts on a clock that stands still
 * until the bench sets it (`minute`), which does a minute's work, or asks what the process holds (`held`).
 */
const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minute'), now: z.number(), figures: z.boolean() }),
  z.object({ kind: z.literal('held') }),
]);

let now = Number(process.env['SOAK_FROM']);
const settings = readSettings(process.env);
const log = openStreamLog('warn', process.stderr, () => now);
const app = await openApp(settings, { ...usualParts, log, clock: () => now });
await preparePlanning(app.planner);
await serveSite(app, 'dist');
process.on('message', (message) => {
  answer(told.parse(message)).then(
    (reply) => process.send?.(reply),
    (err: unknown) => process.send?.({ failed: String(err) }),
  );
});
process.send?.({ ready: true });

async function answer(asked: z.infer<typeof told>): Promise<object> {
  if (asked.kind === 'held') return held();
  now = asked.now;
  await tick(app);
  if (asked.figures) await refreshHeat(app.planner, app.clock, app.stopping);
  return {};
}

function held(): object {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const sizes = readdirSync(settings.dataDir).map((name) => ({
    name,
    bytes: statSync(join(settings.dataDir, name)).size,
  }));
  const bytesOf = (end: string) =>
    sizes.filter(({ name }) => name.endsWith(end)).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    heapUsed,
    rss,
    handles: process.getActiveResourcesInfo().length,
    store: bytesOf('.sqlite'),
    wal: bytesOf('.sqlite-wal'),
  };
}
