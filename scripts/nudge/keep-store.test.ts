import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runScript } from '#testing/running-product.ts';

test('a certificate file that is gone stops what sends, and no backup', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const settings = {
    DATA_DIR: folder,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SITE_URL: 'https://nodomoto.example',
    SECRET: 'thirty-two letters for the tests, or more',
    SMTP_CA_FILE: 'no/such/ca.pem',
  };
  const sent = await runScript('scripts/nudge.ts', ['send'], settings);
  expect([sent.code, sent.stderr]).toEqual([1, expect.stringContaining('SMTP_CA_FILE: no/such/ca.pem is not there.')]);
  const backup = await runScript('scripts/nudge.ts', ['backup', join(folder, 'copy.sqlite')], settings);
  expect([backup.code, backup.stderr]).toEqual([0, '']);
});
