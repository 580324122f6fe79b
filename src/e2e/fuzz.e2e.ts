import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { freePort } from '#testing/free-port.ts';
import { runScript, startProduct } from '#testing/running-product.ts';
import { sendOddRequests } from '../../scripts/bench/fuzz/fuzz.ts';
import { knowProduct } from '../../scripts/bench/fuzz/know-product.ts';

/** `npm run bench -- fuzz` sends a hundred thousand; these are made by the same grammar. */
const requests = 1500;

/** A product of its own is restored, started and stopped; on a busy machine that takes minutes. */
const patienceMs = 300_000;

it(
  'no odd request ends the process, is answered with 500 or leaves a token in the log',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nodomoto-fuzzed-'));
    const settings = { PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'debug' };
    expect((await runScript('scripts/nudge.ts', ['restore', inject('demoBackup')], settings)).code).toBe(0);
    expect((await runScript('scripts/nudge.ts', ['resume'], settings)).code).toBe(0);
    const product = await startProduct(settings);
    try {
      const known = await knowProduct(product.url);
      const { outcomes, failed } = await sendOddRequests(known, 13, 0, requests);
      expect(failed).toEqual([]);
      for (const status of [200, 303, 400, 403, 404, 405, 421]) expect([...outcomes.keys()]).toContain(status);
      expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
      for (const secret of [...known.tokens, known.session]) expect(product.output()).not.toContain(secret);
      expect(product.output()).not.toMatch(/"event":"(request-failed|file-unreadable|promise-dropped|process-failed)"/);
      expect(await product.stop()).toBe(0);
    } finally {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  patienceMs,
);
