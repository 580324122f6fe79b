import { markAsRunning } from '#server/database/running-mark.ts';
import { readBreaker } from '#server/outbox/breaker-store.ts';
import { startScheduler, tick } from '#server/scheduler/scheduler.ts';
import { doctor } from './doctor.ts';
import { exportFiles } from './export.ts';
import { importFile } from './import.ts';
import { backup, erase, restore } from './keep-store.ts';
import { mailHeldError } from './mail-held-error.ts';
import { type Command, withApp } from './options.ts';
import { plan } from './plan.ts';
import { preview } from './preview.ts';
import { simulate } from './simulate.ts';
import { starter } from './starter.ts';
import { who } from './who.ts';

/** `run`: the scheduler alone, for a machine that sends while another serves the site. */
async function run(): Promise<void> {
  await withApp(async (app) => {
    const mark = markAsRunning(app.settings.dataDir);
    await tick(app);
    const scheduler = startScheduler(app);
    console.log('Planning and sending, minute by minute. Ctrl-C stops.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    });
    await scheduler.stop();
    mark.release();
  });
}

/** `send`: one round of what is due. */
async function send(): Promise<void> {
  await withApp(async (app) => {
    const counts = await app.sendDue();
    console.log(
      Object.entries(counts)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', '),
    );
    const breaker = await readBreaker(app.store.db);
    if (breaker) throw mailHeldError(breaker);
  });
}

/** Each command with the options it understands; any other is wrong usage, so that a misplaced --dry-run never does the thing. */
export const commands: readonly Command[] = [
  { name: 'run', options: [], run },
  { name: 'plan', options: ['now', 'dry-run', 'json'], run: plan },
  { name: 'send', options: [], run: send },
  { name: 'preview', options: ['to', 'kind', 'json'], run: preview },
  { name: 'import', options: ['dry-run', 'prune'], run: importFile },
  { name: 'export', options: [], run: exportFiles },
  { name: 'starter', options: [], run: starter },
  { name: 'who', options: ['now', 'json'], run: who },
  { name: 'simulate', options: ['quick', 'field', 'json', 'markdown', 'publish'], run: simulate },
  { name: 'doctor', options: [], run: doctor },
  { name: 'backup', options: [], run: backup },
  { name: 'restore', options: [], run: restore },
  { name: 'erase', options: [], run: erase },
];
