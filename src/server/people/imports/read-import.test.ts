import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { noSettings } from './import-settings.ts';
import { proposedColumns } from './proposed-columns.ts';
import { readImport } from './read-import.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const { vocabulary } = aCatalogue();

async function readAs(text: string, columns: Record<string, 'email' | null> = {}) {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now);
  const bytes = new TextEncoder().encode(text);
  const settings = { ...noSettings, absence: 'nobody' as const, file: { columns } };
  const read = await readImport({ db, vocabulary, scope: 'house' }, { name: 'list.csv', bytes }, settings, now);
  if (read.step !== 'asked') throw new Error(read.step);
  return read;
}

test('all that a file with odd headings leaves open is asked on one page, with a proposal for every column', async () => {
  const read = await readAs(
    'Dienststelle;Mensch;Elektropost;Eigenes\nEinkauf;Ana Lima;a@b.example;7\nEinkauf;Bea Kim;b@b.example;8',
  );
  expect(proposedColumns(read.file)).toEqual(['team', 'name', 'email', null]);
  expect(read.needed).toEqual(['role', 'zone']);
  expect(read.likelyZone).toMatch(/\//);
});

test('a column that was said to be left out is proposed for nothing again', async () => {
  const read = await readAs('Team;Name;Elektropost\nMotors;Ana Lima;a@b.example', { Elektropost: null });
  expect(proposedColumns(read.file)).toEqual(['team', 'name', null]);
  expect(read.needed).toEqual(['email']);
});

test('of two columns of addresses the first is proposed, and nothing is asked without end', async () => {
  const read = await readAs('Team;Name;E-Mail;E-Mail\nMotors;Ana Lima;a@b.example;c@b.example');
  expect(proposedColumns(read.file)).toEqual(['team', 'name', 'email', null]);
});
