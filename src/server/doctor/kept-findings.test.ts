import { expect, test } from 'vitest';
import { keepFact } from '#server/database/facts.ts';
import { withStore } from '#testing/a-database.ts';
import { keepFindings, readFindings } from './kept-findings.ts';

const at = Date.parse('2026-11-24T08:30:00Z');

test('what was found is kept with its instant until somebody looks again', () =>
  withStore(async (db) => {
    expect(await readFindings(db)).toBeNull();
    await keepFindings(db, [{ what: 'clock', grade: 'wrong', says: 'It is ahead.' }], at);
    await keepFindings(db, [{ what: 'clock', grade: 'good', says: null }], at + 1);
    expect(await readFindings(db)).toEqual({ at: at + 1, findings: [{ what: 'clock', grade: 'good', says: null }] });
  }));

test('what another version kept in another form is as if nobody had looked', () =>
  withStore(async (db) => {
    await keepFact(db, 'doctor-findings', '{"at": "yesterday"}');
    expect(await readFindings(db)).toBeNull();
  }));
