import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { alikeIn } from './alike.ts';

const [one, other] = aCatalogue().cases;
if (!one || !other) throw new Error('the sample catalogue has three cases');

test('two cases share dependencies, readers, pillar and record', () => {
  expect(alikeIn(one, other)).toEqual({
    dependencies: ['single-site'],
    roles: ['buyer', 'planner'],
    pillar: 'autonomy',
    record: 'forgotten',
  });
});

test('what differs is not named, and to touch no pillar is nothing in common', () => {
  const left = { ...one, pillar: 'neither' as const, dependencies: ['one-route'] };
  const right = { ...other, pillar: 'neither' as const, fading: { ...other.fading, record: 'kept' as const } };
  expect(alikeIn(left, right)).toEqual({ dependencies: [], roles: ['buyer', 'planner'] });
});
