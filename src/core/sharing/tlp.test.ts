import { expect, test } from 'vitest';
import { mayBePublic, mayPassOn, mayReachHouse, tlpLabels } from './tlp.ts';

test('each label of the protocol lets its reader do so much and no more', () => {
  expect(tlpLabels.filter(mayBePublic), 'anybody may read it').toEqual(['CLEAR']);
  expect(tlpLabels.filter(mayPassOn), 'another organisation may').toEqual(['CLEAR', 'GREEN']);
  expect(tlpLabels.filter(mayReachHouse), 'all of the house may').toEqual(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT']);
});
