import { expect, test } from 'vitest';
import type { CaseProse } from './case-prose.ts';
import { tics } from './tic-list.ts';

const plain: CaseProse = {
  id: 'a-fire-2001',
  sections: {
    happened: ['At 04:18 a press caught fire in Kariya.', 'The stock in the yard lasted four hours.'],
    same: ['A label costs less than a stamp.', 'Its maker owns one press.'],
    unseen: ['The order book showed three customers.'],
    did: ['Sixty firms made the valve.'],
    forgotten: ['The press was replaced in May 1997.'],
  },
  mail: ['A press burned in Kariya.', 'The last plant ran again in April.'],
  scenes: ['You buy labels.'],
  asks: ['What do you do?'],
};

const found = (id: string, prose: CaseProse) => tics.find((tic) => tic.id === id)?.find(prose).found;

/** The plain case with one section in other words. */
const withSection = (role: keyof CaseProse['sections'], ...sentences: string[]): CaseProse => ({
  ...plain,
  sections: { ...plain.sections, [role]: sentences },
});

test('prose that states what happened has none of the tics', () => {
  expect(tics.flatMap((tic) => tic.find(plain).found)).toEqual([]);
});

test.each([
  ['same-opens-you', withSection('same', 'You buy something in grams.')],
  ['unseen-opens-seen', withSection('unseen', 'Some did.')],
  ['opening-ends-had-to', withSection('happened', 'Somebody at Riken had to tell them what to do.')],
  ['same-ends-asking', withSection('same', 'A label is cheap.', 'Ask at how many addresses.')],
  ['ends-on-absence', withSection('forgotten', 'No record was found of how many buyers wrote it down.')],
  ['no-record', withSection('did', 'How much was the wall, the sources do not say.')],
  ['sources-read', withSection('did', 'None of the accounts read for this case names the firm.')],
  ['not-but', withSection('did', 'It was not the fire but the water that stopped the line.')],
  ['threes', withSection('same', 'A catalyst, a sealant, a dye.')],
  ['a-buyer-who', withSection('unseen', 'A buyer who waited for the rule was being careful.')],
])('%s is found where it stands', (id, prose) => {
  expect(found(id, prose)).toHaveLength(1);
});

test('the mail is held to its own last sentence', () => {
  expect(found('mail-ends-on-absence', { ...plain, mail: ['The press ran.', 'Nobody has said why.'] })).toHaveLength(1);
});

test('one maxim a page is allowed, and a second makes the page', () => {
  expect(found('maxims', withSection('unseen', 'A look is not a test.'))).toEqual([]);
  expect(found('maxims', withSection('unseen', 'A look is not a test.', 'No invoice shows that.'))).toHaveLength(2);
});

test('names and figures in a list are facts, and no list of three', () => {
  expect(found('threes', withSection('did', 'Toyota, Nissan and Honda sent 700 people.'))).toEqual([]);
});
