import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { findSqliteDamage } from '#server/database/sqlite-integrity.ts';
import { keepLastTick } from '#server/outbox/last-tick.ts';
import { readSettings } from '#server/settings.ts';
import { aDns } from '#testing/a-dns-server.ts';
import { aLog } from '#testing/a-log.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { examine } from './examine.ts';
import { zoneRelease } from './zone-data.ts';

const now = Date.parse('2026-12-01T12:00:00Z');

/** Settings of a firm whose store lies in a folder of its own, and what is found with them, as `good clock`. */
async function aFirm() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-examine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { smtpUrl } = await aMailServer();
  const dns = await aDns({ 'learn.firm.example': { MX: ['mx.firm.example'], TXT: ['v=spf1 mx -all'] } });
  const environment = {
    DATA_DIR: folder,
    SMTP_URL: smtpUrl,
    SITE_URL: 'https://learn.firm.example',
    SECRET: 'thirty-two letters for the tests, or more',
    TRAINERS: 'trainer@firm.example',
  };
  const found = async (changed: Record<string, string> = {}) => {
    const findings = await examine({
      settings: readSettings({ ...environment, ...changed }),
      log: aLog().log,
      distFolder: folder,
      now,
      disk: async () => ({ bsize: 4096, bavail: 1e9, files: 0, ffree: 0 }),
      dns,
      findDamage: findSqliteDamage,
    });
    return findings.map(({ what, grade }) => `${grade} ${what}`);
  };
  return { folder, smtpUrl, found };
}

test('each part is looked at on its own, and what is wrong with one hides no other', async () => {
  const { folder, smtpUrl, found } = await aFirm();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  await keepLastTick(store.db, now);
  await store.close();
  expect(await found()).toEqual([
    'wrong library built',
    'wrong mails drawn',
    `good mail server ${new URL(smtpUrl).host}`,
    `good store in ${folder}`,
    'good clock',
    'good store neither restored nor copied',
    'good mail goes out',
    'good mail in time',
    'good what became of mail',
    'good reports of what did not arrive',
    'good readers heard of',
    'good somebody plans and sends',
    `good zone data ${zoneRelease()}`,
    'good holidays official',
    'good teams once each',
    'good teams described',
    'good answers to mail read',
    'good what is old is cut',
    'good room on the disk',
    'good data folder closed to others',
    'good mail for learn.firm.example',
    'good SPF of learn.firm.example',
    'note DMARC of learn.firm.example',
    'good secrets that sign links',
    'good trainers named',
  ]);
});

test('what signs links is looked at: earlier secrets are counted, and one that somebody made up is told', async () => {
  const { found } = await aFirm();
  const secret = 'b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfef';
  expect(await found({ SECRET: secret, PREVIOUS_SECRETS: secret.replace('b', 'c') })).toContain(
    'good secrets that sign links',
  );
  expect(await found({ SECRET: 'aaaaaaaaaaaaaaaabcdefghijklmnopq' })).toContain('note secrets that sign links');
  expect(await found({ SECRET: secret, PREVIOUS_SECRETS: secret })).toContain('note secrets that sign links');
});

test('of a store that cannot be opened nothing more is said, but of everything else', async () => {
  const { folder, found } = await aFirm();
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const lines = await found({ DATA_DIR: file, TRAINERS: '' });
  expect(lines).toContain(`wrong store in ${file}`);
  expect(lines).not.toContain('good clock');
  expect(lines).toContain('good SPF of learn.firm.example');
  expect(lines).toContain('wrong trainers named');
});

test('a demo, whose mail leaves nobody’s house, is not asked for its DNS', async () => {
  const { found } = await aFirm();
  for (const changed of [{ SMTP_URL: '' }, { DEMO: '1' }])
    expect((await found(changed)).join('\n')).not.toMatch(/SPF|DMARC/);
});
