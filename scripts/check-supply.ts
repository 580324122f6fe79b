import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shippedPackages } from '#site/licences/shipped-packages.ts';
import { installScriptFaults } from './supply/install-scripts.ts';
import { licenceFaults } from './supply/licence-faults.ts';
import { lockFaults } from './supply/lock-faults.ts';
import { parseLock } from './supply/lock-file.ts';

const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const text = readFileSync('package-lock.json', 'utf8');
const lock = parseLock(text);

/**
 * `npm run check` asks this, without a network: is every byte that is installed pinned, does no script run that nobody has read,
 * and is every licence known? */
const faults = [
  ...lockFaults(lock),
  ...installScriptFaults(lock, allowScripts),
  ...licenceFaults(shippedPackages(text)),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
