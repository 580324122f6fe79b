import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aContentFolder } from '#testing/a-content-folder.ts';
import type { Starter } from '../schema/starter.ts';
import { checkStarters } from './check-starters.ts';

const file = 'vocabulary/starters.yaml';
const { vocabulary } = aCatalogue();
const valve = { input: 'brake-valves', name: 'Valves' };
const ofMotor: Starter = { sector: 'motor', items: [valve], routes: ['red-sea'], systems: ['order-link'] };
const ofBuyer: Starter = { role: 'buyer', items: [valve], systems: ['order-link'] };
const faultsOf = (...starters: Starter[]) => checkStarters({ starters, vocabulary });

test('lists that name only words of the vocabulary have nothing to mend', () => {
  expect(faultsOf(ofMotor, ofBuyer)).toEqual([]);
});

test.each([
  ['sector', 'sectors', { ...ofMotor, sector: 'motors' }, 'motors', 'motor'],
  [
    'items[1].input',
    'inputs',
    { ...ofMotor, items: [{ ...valve, input: 'brake-valve' }] },
    'brake-valve',
    'brake-valves',
  ],
  ['routes', 'routes', { ...ofMotor, routes: ['read-sea'] }, 'read-sea', 'red-sea'],
  ['systems', 'systems', { ...ofBuyer, systems: ['order-lnk'] }, 'order-lnk', 'order-link'],
])(
  'a word that is not known is told with its place, the nearest, and where new ones go: %s',
  (field, name, starter, wrong, near) => {
    expect(faultsOf(starter)).toMatchObject([
      {
        file,
        field: `[1].${field}`,
        wrong: `"${wrong}" is not known`,
        mend: `Did you mean "${near}"? New words go into vocabulary/${name}.yaml.`,
      },
    ]);
  },
);

test('a sector or role has one list, and a list names an input once', () => {
  expect(faultsOf(ofMotor, ofBuyer, ofBuyer)).toMatchObject([
    { field: '[3]', wrong: 'the role buyer has a list already' },
  ]);
  expect(faultsOf({ ...ofBuyer, items: [valve, valve] })).toMatchObject([
    { field: '[1].items[2].input', wrong: '"brake-valves" stands twice' },
  ]);
});

test('the file is read with the rest, and what is wrong in it is told with the rest', () => {
  const content = aContentFolder();
  content.replace(file, 'input: microcontrollers', 'input: microcontroler');
  expect(content.faults()).toMatchObject([
    { file, field: '[1].items[1].input', wrong: '"microcontroler" is not known' },
  ]);
});

test('a list is answered in the form it is nearest to: one of a sector, or one of a role', () => {
  const content = aContentFolder();
  content.replace(file, '- sector: motor', '- sector: motor\n  systms: []');
  expect(content.faults()).toMatchObject([{ file, field: '[1]', wrong: '"systms" is not a known field' }]);
});
