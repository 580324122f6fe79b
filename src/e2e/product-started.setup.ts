import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/** Before any file of browser tests is read: the product is built and started beside the rules (product.setup.ts). */
const started = inject('productStarted');
while (!existsSync(started)) await sleep(100);
const why = readFileSync(started, 'utf8');
if (why) throw new Error(`The product did not start.\n${why}`);
