import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { findSqliteDamage } from '#server/database/sqlite-integrity.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { keepBreaker, readBreaker } from '#server/outbox/breaker-store.ts';
import { keepLastTick } from '#server/outbox/last-tick.ts';
import { aStore } from '#testing/a-database.ts';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { clockPlausible } from './clock.ts';
import { type DiskFigures, diskRoom, readDisk } from './disk-room.ts';
import { look } from './finding.ts';
import { mailFate } from './mail-fate.ts';
import { mailGoesOut } from './mail-goes-out.ts';
import { mailInTime } from './mail-in-time.ts';
import { somebodyWorks } from './somebody-works.ts';
import { storeWhole } from './store-whole.ts';
import { type FindError, zoneData, zoneRelease } from './zone-data.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const minute = 60_000;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('mail in time', () => {
  it('is good of a store in which mail waits for its hour, has just become due, is too late or is gone', async () => {
    const db = await aStore();
    await aMessage(db, now, { due_at: now + hourMs });
    await aMessage(db, now - 50 * minute);
    await aMessage(db, now - 30 * hourMs, { expires_at: now - hourMs });
    const gone = await aMessage(db, now - 3 * hourMs);
    await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', gone).execute();
    expect(await mailInTime(db, now)).toEqual({ grade: 'good', says: null });
  });

  it.each(['planned', 'queued', 'deferred'] as const)(
    'is wrong once %s mail is an hour late, and says since when',
    async (state) => {
      const db = await aStore();
      for (const hours of [2, 3]) await aMessage(db, now - hours * hourMs);
      await db.updateTable('message').set({ state }).execute();
      const { grade, says } = await mailInTime(db, now);
      expect(grade).toBe('wrong');
      expect(says).toMatch(/^2 mails .* the oldest since 2026-12-01 09:00 UTC\. .*start Nodomoto/);
    },
  );

  it.each(['claimed', 'sending'] as const)('notes %s mail whose sender let its lease pass', async (state) => {
    const db = await aStore();
    const id = await aMessage(db, now);
    const leased = (until: number) =>
      db.updateTable('message').set({ state, worker: 'anna', lease_until: until }).where('id', '=', id).execute();
    await leased(now - 20 * minute);
    expect(await mailInTime(db, now)).toMatchObject({
      grade: 'note',
      says: expect.stringMatching(/^1 mail .*11:40 UTC/),
    });
    await leased(now + minute);
    expect(await mailInTime(db, now)).toMatchObject({ grade: 'good' });
  });
});

test('mail of unknown fate is wrong', async () => {
  const db = await aStore();
  expect(await mailFate(db)).toMatchObject({ grade: 'good' });
  await aMessage(db, now);
  await db.updateTable('message').set({ state: 'unknown' }).execute();
  expect(await look('fate', () => mailFate(db))).toMatchObject({
    grade: 'wrong',
    says: expect.stringMatching(/nudge -- held/),
  });
});

test('mail held back is wrong while the server is, and tried at once when it is good again', async () => {
  const db = await aStore();
  const breaker = {
    trouble: 'login',
    reply: '535 no',
    since: now - hourMs,
    faults: 9,
    nextTryAt: now + 9 * minute,
  } as const;
  await keepBreaker(db, breaker);
  const held = await look('mail', () => mailGoesOut(db, now, false));
  expect(held).toMatchObject({
    grade: 'wrong',
    says: expect.stringMatching(/since 2026-12-01 11:00 UTC .*login \(535 no\)/),
  });
  expect(await readBreaker(db)).toEqual(breaker);
  expect(await mailGoesOut(db, now, true)).toMatchObject({ grade: 'note', says: expect.stringMatching(/11:00 UTC/) });
  expect((await readBreaker(db))?.nextTryAt).toBe(now);
});

describe('somebody plans and sends', () => {
  it('when a minute’s work was begun a while ago', async () => {
    const db = await aStore();
    await keepLastTick(db, now - 14 * minute);
    expect(await somebodyWorks(db, now, null)).toMatchObject({ grade: 'good' });
  });

  it('or not, and then it says since when, and whether a process hangs', async () => {
    const db = await aStore();
    expect(await somebodyWorks(db, now, null)).toMatchObject({
      grade: 'note',
      says: expect.stringMatching(/^nobody .* yet\. Start/),
    });
    await keepLastTick(db, now - hourMs);
    expect(await somebodyWorks(db, now, null)).toMatchObject({
      says: expect.stringMatching(/since 2026-12-01 11:00 UTC\. Start/),
    });
    expect(await somebodyWorks(db, now, 4711)).toMatchObject({
      grade: 'note',
      says: expect.stringMatching(/process 4711/),
    });
  });
});

describe('the clock', () => {
  it('is believed when nothing was written after what it shows', async () => {
    const db = await aStore();
    expect(await clockPlausible(db, now)).toMatchObject({ grade: 'good' });
    await aMessage(db, now);
    await keepLastTick(db, now + 5 * minute);
    expect(await clockPlausible(db, now)).toMatchObject({ grade: 'good' });
  });

  it('is wrong when mail was planned and sent later than it shows, or before this version was made', async () => {
    const db = await aStore();
    const atNewYear = Date.parse('1970-01-01T00:05Z');
    expect(await clockPlausible(db, atNewYear)).toMatchObject({
      grade: 'wrong',
      says: expect.stringMatching(/1970-01-01 00:05 UTC/),
    });
    await keepLastTick(db, now + hourMs);
    expect(await clockPlausible(db, now)).toMatchObject({
      grade: 'wrong',
      says: expect.stringMatching(/shows 2026-12-01 12:00 UTC, .* at 2026-12-01 13:00 UTC: this clock is behind/),
    });
  });

  it.each(['created_at', 'accepted_at'] as const)('is noted when a mail bears a later time in %s', async (column) => {
    const db = await aStore();
    await aMessage(db, now);
    await db
      .updateTable('message')
      .set({ [column]: now + 30 * 24 * hourMs })
      .execute();
    expect(await clockPlausible(db, now)).toMatchObject({
      grade: 'note',
      says: expect.stringMatching(/2026-12-31 12:00 UTC/),
    });
  });
});

describe('room on the disk', () => {
  const megabyte = 2 ** 20;
  const disk = (figures: Partial<DiskFigures>) => async () => ({
    bsize: megabyte,
    bavail: 1000,
    files: 1000,
    ffree: 1000,
    ...figures,
  });

  it('is enough when store and backup fit twice with a little to spare', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, storeFileName), new Uint8Array(3 * megabyte));
    writeFileSync(join(folder, `${storeFileName}.kept-2026`), new Uint8Array(9 * megabyte));
    expect(await diskRoom(folder, disk({ bavail: 70 }))).toMatchObject({ grade: 'good' });
    expect(await diskRoom(folder, disk({ bavail: 69 }))).toMatchObject({
      grade: 'wrong',
      says: expect.stringMatching(/^69 MB are free .* takes 3 MB, and 70 MB should be free/),
    });
  });

  it('is none when no further file fits, unless the disk does not count them', async () => {
    expect(await diskRoom(aFolder(), disk({ ffree: 3 }))).toMatchObject({
      grade: 'wrong',
      says: expect.stringMatching(/3 more files/),
    });
    expect(await diskRoom(aFolder(), disk({ files: 0, ffree: 0 }))).toMatchObject({ grade: 'good' });
  });

  it('is read from the real disk', async () => {
    const { bsize, bavail } = await readDisk(aFolder());
    expect(bsize * bavail).toBeGreaterThan(megabyte);
  });
});

test('a store whose pages were overwritten is wrong, and a whole one good', async () => {
  const folder = aFolder();
  const first = await openDatabase({ dataDir: folder, databaseUrl: null });
  for (let count = 0; count < 300; count += 1) await aMessage(first.db, now);
  expect(await storeWhole(first.db, findSqliteDamage)).toMatchObject({ grade: 'good' });
  await first.close();
  const file = join(folder, storeFileName);
  const handle = openSync(file, 'r+');
  const { size } = statSync(file);
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(size / 4096 / 2) * 4096);
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, size - 4096);
  closeSync(handle);
  const again = await openDatabase({ dataDir: folder, databaseUrl: null });
  onTestFinished(() => again.close());
  const finding = await look('store', () => storeWhole(again.db, findSqliteDamage));
  expect(finding).toMatchObject({ grade: 'wrong', says: expect.stringMatching(/damaged|malformed/) });
});

describe('zone data', () => {
  const lateUntilMarch: FindError = (zone) =>
    zone === 'America/Winnipeg' ? { from: now, until: Date.parse('2027-03-14T08:00Z'), minutes: -60 } : null;
  const earlyInJune: FindError = () => ({
    from: Date.parse('2027-06-01'),
    until: Date.parse('2027-07-01'),
    minutes: 30,
  });
  const aTeam = async () => {
    const db = await aStore();
    await aTeamInStore(db, ['Mei', 'Ken', 'Aiko'], now);
    await db.updateTable('person').set({ zone: 'America/Winnipeg' }).where('email', '!=', emailOf('Aiko')).execute();
    return db;
  };

  it('are good and say whose mail would come late by the older ones', async () => {
    expect(await zoneData(await aTeam(), now, lateUntilMarch)).toEqual({
      grade: 'good',
      says: `newer than Node’s ${process.versions.tz}, by which mail would come 60 minutes late to 2 people in America/Winnipeg until 2027-03-14.`,
    });
    expect(await zoneData(await aTeam(), now, () => null)).toEqual({ grade: 'good', says: null });
  });

  it('say from when where that is still to come', async () => {
    const { says } = await zoneData(await aTeam(), now, earlyInJune);
    expect(says).toMatch(
      /30 minutes early to 2 people in America\/Winnipeg from 2027-06-01 until 2027-07-01; 30 minutes early to 1 person in Etc\/UTC/,
    );
  });

  it('are noted once they are of the year before last', async () => {
    const later = Date.UTC(Number(zoneRelease().slice(0, 4)) + 2, 0);
    expect(await zoneData(await aStore(), later, () => null)).toMatchObject({
      grade: 'note',
      says: expect.stringMatching(/2 years old/),
    });
  });
});
