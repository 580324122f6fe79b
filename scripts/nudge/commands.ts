import { startTicker, tick } from '../../src/ticker.ts';
import { doctor } from './doctor.ts';
import { importFile } from './import.ts';
import { backup, erase, restore } from './keep-store.ts';
import { type Command, inHouse } from './options.ts';
import { plan } from './plan.ts';
import { preview } from './preview.ts';

/** `run`: the ticker alone, for a machine that sends while another serves the site. */
async function run(): Promise<void> {
  await inHouse(async (house) => {
    await tick(house, console.log);
    const ticker = startTicker(house, console.log);
    console.log('Planning and sending, minute by minute. Ctrl-C stops.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    });
    await ticker.stop();
  });
}

/** `send`: one round of what is due. */
async function send(): Promise<void> {
  await inHouse(async (house) => {
    const counts = await house.sendDue();
    console.log(
      Object.entries(counts)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', '),
    );
  });
}

export const commands: readonly Command[] = [
  { name: 'run', run },
  { name: 'plan', run: plan },
  { name: 'send', run: send },
  { name: 'preview', run: preview },
  { name: 'import', run: importFile },
  { name: 'doctor', run: doctor },
  { name: 'backup', run: backup },
  { name: 'restore', run: restore },
  { name: 'erase', run: erase },
];
