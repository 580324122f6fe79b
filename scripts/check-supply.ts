import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { installScriptFaults } from './supply/install-scripts.ts';
import { lockFaults } from './supply/lock-faults.ts';
import { parseLock } from './supply/lock-file.ts';

const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lock = parseLock(readFileSync('package-lock.json', 'utf8'));

/** `npm run check` asks this, without a network: is every byte that is installed pinned, and does no script run that nobody has read? */
const faults = [...lockFaults(lock), ...installScriptFaults(lock, allowScripts)];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
