import { expect, test } from 'vitest';
import { proposeProgrammes } from './propose.ts';

const house = { countries: new Set(['JP', 'NL']), sectors: new Set(['motor', 'shipping']) };
const proposed = (countries: string[], sectors: string[]) =>
  proposeProgrammes([{ id: 'one', countries, sectors }], house);

test('a programme is proposed by country and sector, and says by which', () => {
  expect(proposed(['JP'], ['motor', 'metals'])).toEqual([{ id: 'one', countries: ['JP'], sectors: ['motor'] }]);
  expect(proposed(['JP'], ['metals'])).toEqual([]);
  expect(proposed(['KR'], ['motor'])).toEqual([]);
});

test('a programme that names no sector is proposed to all of its country', () => {
  expect(proposed(['DE', 'NL'], [])).toEqual([{ id: 'one', countries: ['NL'], sectors: [] }]);
});
