import { expect, test } from 'vitest';
import { readContent } from '#catalogue/read/read-content.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import type { DeidentifiedText } from '#core/reports/report-text.ts';
import type { Db } from '#server/database/open-database.ts';
import { readAccess } from '#server/desk/access-log.ts';
import { Desk } from '#server/desk/desk.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { publishPiece, readPiece, savePiece } from '#server/pieces/piece-store.ts';
import { readNearMiss } from '#server/reports/near-miss.ts';
import { takeReportersWord } from '#server/reports/own-report.ts';
import { aStore } from '#testing/a-database.ts';
import { aReportedMiss, aStrip } from '#testing/a-reported-miss.ts';
import { aReportDesk, aTakenReport } from '#testing/a-taken-report.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const editor = 'ed@kazehaya.example';
const reader = 'rita@kazehaya.example';
const catalogue = readContent('content');
const text: DeidentifiedText = {
  title: 'A ring nobody else made',
  happened: aReportedMiss['happened'] ?? '',
  nearly: aReportedMiss['nearly'] ?? '',
  noticed: aReportedMiss['noticed'] ?? '',
  changed: aReportedMiss['changed'] ?? '',
  monday: aReportedMiss['monday'] ?? '',
  cleared: [],
};

function deskOf(db: Db, who: string) {
  const planner = { db, catalogue, seed: 'a', weights: usualWeights, newcomers: nobodyIsNew };
  const desk = new Desk(planner, { showByName: 'done', smallestTeam: 5 }, who, 'house', new Set());
  return { reports: desk.reports({ ...aReportDesk(db), dataDir: ':memory:' }), write: desk.write };
}

async function reportersYes(db: Db, id: number) {
  const report = await readNearMiss(db, id);
  if (!report) throw new Error('There is no report.');
  return takeReportersWord(db, report, { act: 'agree', version: report.version, isClear: true }, now);
}

/** A report with a draft of it, which a second reader could not trace and its reporter agreed to. */
async function anAgreedReport(db: Db) {
  const { id } = await aTakenReport(db, now);
  const { reports } = deskOf(db, editor);
  expect(await reports.write(id, text, now)).toEqual({ ok: true });
  expect(await reports.draft(id, now)).toEqual({ ok: true });
  const { version = 0 } = (await readNearMiss(db, id)) ?? {};
  const tried = { version, couldName: false, how: 'Asked myself who makes rings, and searched ten minutes.' };
  expect(await deskOf(db, reader).reports.read(id, tried, now)).toEqual({ ok: true });
  expect(await reportersYes(db, id)).toEqual({ ok: true });
  const piece = await readPiece(db, `near-miss-${id}`);
  if (!piece) throw new Error('There is no draft.');
  return { id, piece };
}

test('words with a price are not saved as words that may be told', async () => {
  const db = await aStore();
  const { id } = await aTakenReport(db, now);
  const { reports } = deskOf(db, editor);
  expect(await reports.write(id, { ...text, changed: 'We pay $4.50 now.' }, now)).toEqual({
    ok: false,
    reason: 'refused-words',
  });
});

test('whoever wrote the words cannot be the second reader, and both outcomes of a try are written down', async () => {
  const db = await aStore();
  const { id } = await aTakenReport(db, now);
  const { reports } = deskOf(db, editor);
  await reports.write(id, text, now);
  const tried = { version: 2, couldName: true, how: 'Only one firm had a fire then.' };
  expect(await reports.read(id, tried, now)).toEqual({ ok: false, reason: 'own-words' });
  const other = deskOf(db, reader).reports;
  expect(await other.read(id, { ...tried, how: '' }, now)).toEqual({ ok: false, reason: 'no-how' });
  await other.read(id, tried, now);
  expect((await other.open(id))?.bars).toContain('not-read');
  await other.read(id, { ...tried, couldName: false, how: 'Searched again.' }, now);
  const opened = await other.open(id);
  expect(opened?.bars).not.toContain('not-read');
  expect(opened?.steps.filter(({ step }) => step === 'second-reader')).toMatchObject([
    { by: reader, outcome: 'could-name', note: 'Only one firm had a fire then.' },
    { by: reader, outcome: 'could-not', note: 'Searched again.' },
  ]);
});

test('the draft is a near miss of the house in the words that were agreed, cited to the report', async () => {
  const db = await aStore();
  const { piece } = await anAgreedReport(db);
  expect(piece.kind).toBe('case');
  expect(piece.typed).toMatchObject({ kind: 'near-miss', title: text.title, 'monday.action': text.monday });
  expect(piece.typed['happened']).toBe(`${text.happened} [the-report]`);
});

test('a piece of a report is published once its source has read it and said yes, and a changed word asks for both anew', async () => {
  const db = await aStore();
  const { id, piece } = await anAgreedReport(db);
  const change = { id: piece.id, version: piece.version, fields: ['dek'], typed: { dek: 'A closed line had rings.' } };
  await savePiece(db, change, reader, now);
  const changed = await readPiece(db, piece.id);
  expect(changed && (await publishPiece(db, changed, editor, now)), 'nobody read it').toBe(false);
  expect((await deskOf(db, reader).reports.open(id))?.mayRead, 'she wrote a word of it').toBe(false);
  const third = deskOf(db, 'tim@kazehaya.example').reports;
  const { version = 0 } = (await readNearMiss(db, id)) ?? {};
  await third.read(id, { version, couldName: false, how: 'Searched.' }, now);
  expect(changed && (await publishPiece(db, changed, editor, now)), 'the reporter did not agree').toBe(false);
  await reportersYes(db, id);
  expect((await third.open(id))?.bars).toEqual([]);
  expect(changed && (await publishPiece(db, changed, editor, now))).toBe(true);
  expect((await third.open(id))?.steps.at(-1)).toMatchObject({ step: 'publish', by: editor });
});

test('the store itself takes no publication that is not CLEAR, consented to, read and agreed to', async () => {
  const db = await aStore();
  const allowed = {
    near_miss_id: 1,
    version: 2,
    published_at: now,
    label: 'clear',
    consent: 1,
    with_contact: 1,
    read_version: 2,
    agreed_version: 2,
  } as const;
  const wrong = [
    { label: 'amber' },
    { consent: 0 },
    { with_contact: 0 },
    { read_version: 1 },
    { agreed_version: 1 },
  ] as const;
  for (const one of wrong)
    await expect(
      db
        .insertInto('near_miss_publication')
        .values({ ...allowed, ...one })
        .execute(),
      JSON.stringify(one),
    ).rejects.toThrow();
  await db.insertInto('near_miss_publication').values(allowed).execute();
});

test('a report without contact is a signal, and one at TLP:RED is for editors alone: neither becomes a draft', async () => {
  const db = await aStore();
  const { reports } = deskOf(db, editor);
  for (const changed of [{ contact: '', callBack: '' }, { label: 'red' }]) {
    const { id } = await aTakenReport(db, now, changed);
    await reports.write(id, text, now);
    expect(await reports.draft(id, now)).toEqual({ ok: false, reason: 'not-allowed' });
  }
});

test('opening who reported is written down, and a report is closed only after its reporter was told', async () => {
  const db = await aStore();
  const { id } = await aTakenReport(db, now);
  const { reports } = deskOf(db, editor);
  expect(await reports.showStrip(id, now)).toEqual(aStrip);
  expect(await readAccess(db, { since: 0, skip: 0, most: 9 })).toMatchObject([{ who: editor, act: 'saw-reporter' }]);
  expect(await reports.close(id, now)).toEqual({ ok: false, reason: 'not-told-back' });
  await reports.tellBack(id, 'It is kept as a signal.', now);
  expect(await reports.close(id, now), 'a letter waits').toEqual({ ok: false, reason: 'mail-on-its-way' });
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  expect(await reports.close(id, now)).toEqual({ ok: true });
  expect(await readNearMiss(db, id)).toMatchObject({ isClosed: true, closedAs: 'signal' });
  expect((await reports.open(id))?.strip).toBe('gone');
  expect(await reports.write(id, text, now)).toEqual({ ok: false, reason: 'closed' });
});
