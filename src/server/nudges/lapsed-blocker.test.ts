import { expect, test } from 'vitest';
import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { withStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { lapsedBlocker } from './lapsed-blocker.ts';

const lastDay = '2026-11-27';
const onLastDay = Date.parse(`${lastDay}T12:00:00Z`);
const dayAfter = Date.parse('2026-11-28T12:00:00Z');

/** The catalogue after a change to every case. */
function withCases(change: (entry: CatalogueCase) => CatalogueCase) {
  return { cases: aCatalogue().cases.map(change) };
}

const questionsEnd = withCases((entry) => ({
  ...entry,
  questions: entry.questions.map((question) => ({ ...question, validUntil: lastDay })),
}));
const mailsEnd = withCases((entry) => ({ ...entry, mail: { ...entry.mail, validUntil: lastDay } }));

test('a question leaves through its last day where its reader is, and not after it', () =>
  withStore(async (db) => {
    await aTeamInStore(db, ['Mei'], onLastDay);
    const { messageId } = await aSentNudge(db, 'Mei', onLastDay, { state: 'planned' });
    const message = await readMessage(db, messageId);
    expect(await lapsedBlocker(db, questionsEnd, message, onLastDay)).toBeNull();
    expect(await lapsedBlocker(db, questionsEnd, message, dayAfter)).toBe('what it asks held until 2026-11-27');
    await db.updateTable('person').set({ zone: 'Pacific/Kiritimati' }).execute();
    expect(await lapsedBlocker(db, questionsEnd, message, onLastDay)).toBe('what it asks held until 2026-11-27');
  }));

test('a story that has lapsed keeps a question on it from nobody', () =>
  withStore(async (db) => {
    await aTeamInStore(db, ['Mei'], onLastDay);
    const { messageId } = await aSentNudge(db, 'Mei', onLastDay, { state: 'planned' });
    const message = await readMessage(db, messageId);
    await db.updateTable('nudge').set({ kind: 'recall' }).execute();
    expect(await lapsedBlocker(db, mailsEnd, message, dayAfter)).toBeNull();
    await db.updateTable('nudge').set({ kind: 'case' }).execute();
    expect(await lapsedBlocker(db, mailsEnd, message, dayAfter)).toBe('what it tells held until 2026-11-27');
  }));

test('what has no end is never held back', () =>
  withStore(async (db) => {
    await aTeamInStore(db, ['Mei'], onLastDay);
    const { messageId } = await aSentNudge(db, 'Mei', onLastDay, { state: 'planned' });
    expect(await lapsedBlocker(db, aCatalogue(), await readMessage(db, messageId), dayAfter)).toBeNull();
  }));
