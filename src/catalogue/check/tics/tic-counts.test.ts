import { expect, test } from 'vitest';
import type { CaseProse } from './case-prose.ts';
import { commonOpenings, countTics } from './tic-counts.ts';

function aCase(id: string, same: string, forgotten: string): CaseProse {
  return {
    id,
    sections: { happened: [], same: [same], unseen: [], did: [], forgotten: [forgotten] },
    mail: [],
    scenes: ['You buy labels.'],
    asks: ['What do you do?'],
  };
}

const proses = [
  aCase('a', 'You buy labels.', 'No record was found of it.'),
  aCase('b', 'You buy lids.', 'The works closed in 2019.'),
  aCase('c', 'The lid is cheap.', 'The works closed in 2020.'),
  aCase('d', 'Ask who makes it.', 'The works closed in 2021.'),
];

const countOf = (id: string) => countTics(proses).find(({ tic }) => tic.id === id);

test('a tic is counted once a page, and its share is of all pages', () => {
  expect(countOf('same-opens-you')).toMatchObject({ hits: 2, of: 4, share: 0.5 });
  expect(countOf('ends-on-absence')).toMatchObject({ hits: 1, of: 4, share: 0.25 });
});

test('the commonest opening is named, and an article is none', () => {
  const openings = commonOpenings(proses);
  expect(openings.find(({ of }) => of === 'section "same"')).toMatchObject({ word: 'you', hits: 2, all: 4 });
  expect(openings.find(({ of }) => of === 'section "forgotten"')).toMatchObject({ word: 'no', hits: 1 });
  expect(openings.find(({ of }) => of === 'asks')).toMatchObject({ word: 'What do you do?', hits: 4 });
});
