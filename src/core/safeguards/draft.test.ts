import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDraft, readDraft, type SafeguardGround } from './draft.ts';
import { namesIn } from './names-in.ts';
import { readRetirement } from './retirement.ts';

const ground: SafeguardGround = {
  ...{ teamIds: [3], names: ['Olga Brandt', '山田太郎'], on: '2026-11-30' },
  cases: [
    { id: 'aisin-fire-1997', title: 'The five-dollar valve' },
    { id: 'riken-2007', title: 'Twelve carmakers wait for one ring' },
    { id: 'naka-2021', title: 'Five per cent of one floor' },
  ],
  people: [
    { id: 1, name: 'Olga Brandt', email: 'olga@works.example', teamName: 'Pumps' },
    { id: 2, name: 'Olga Brandt', email: 'olga.b@works.example', teamName: 'Brakes' },
  ],
};
const draft = { ...emptyDraft, title: 'A second mill', team: '3', case: 'aisin-fire-1997', reason: 'It burned.' };
const faultsOf = (more: Partial<typeof draft>) => {
  const read = readDraft({ ...draft, ...more }, ground);
  return read.ok ? {} : read.faults;
};

test('a case is meant by its title, the name of its files, or a part that no other has', () => {
  for (const typed of ['the FIVE-dollar valve', 'aisin-fire-1997', 'valve'])
    expect(readDraft({ ...draft, case: typed }, ground)).toMatchObject({ said: { caseId: 'aisin-fire-1997' } });
  expect(faultsOf({ case: 'five' })).toEqual({
    case: { fault: 'which-case', found: ['The five-dollar valve', 'Five per cent of one floor'] },
  });
});

test('of two people of one name the team or the address says which', () => {
  expect(faultsOf({ owner: 'Olga Brandt' })).toMatchObject({ owner: { fault: 'which-person' } });
  for (const owner of ['Olga Brandt, Brakes', 'OLGA.B@works.example'])
    expect(readDraft({ ...draft, owner }, ground)).toMatchObject({ said: { ownerId: 2 } });
});

test('a day that is empty is today, and one that is to come is refused', () => {
  expect(readDraft(draft, ground)).toMatchObject({ said: { since: '2026-11-30' } });
  expect(faultsOf({ since: '2026-12-01' })).toMatchObject({ since: { fault: 'bad-day' } });
});

test('a full name is found in whatever case and script, and no part of a longer word', () => {
  expect(namesIn('Ask OLGA  BRANDT first', ground.names)).toEqual(['Olga Brandt']);
  expect(namesIn('山田太郎さんに聞く', ground.names)).toEqual(['山田太郎']);
  expect(namesIn('Olga Brandtner', ground.names)).toEqual([]);
  expect(namesIn('The will to keep it', ['Will'])).toEqual([]);
});

test('whatever is typed, what is printed is one line without signs that turn it, and never longer than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const read = readDraft({ ...draft, title }, ground);
      if (!read.ok) return;
      expect(read.said.title).not.toMatch(/[\n\r\p{Bidi_Control}]/u);
      expect([...read.said.title].length).toBeLessThanOrEqual(90);
    }),
  );
});

test('a retirement needs the tick and a sentence; a Japanese one is as long in half the letters', () => {
  expect(readRetirement({ read: 'on', why: 'The line was sold in spring.' }, [])).toMatchObject({
    faults: { read: 'not-read' },
  });
  expect(readRetirement({ read: 'yes', why: 'Not needed.' }, [])).toMatchObject({ faults: { why: 'short-why' } });
  expect(readRetirement({ read: 'yes', why: '春に設備を売却した。' }, [])).toMatchObject({ ok: true });
  expect(readRetirement({ read: 'yes', why: 'Olga Brandt said it may go.' }, ground.names)).toMatchObject({
    faults: { why: 'names-somebody' },
  });
});
