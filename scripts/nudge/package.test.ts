import { expect, test } from 'vitest';
import { packageForPlatform } from './package.ts';

test.each([
  ['no module', [], { as: 'cmi5' }],
  ['no form', ['first-72-hours'], {}],
  ['a form of another kind', ['first-72-hours'], { as: 'scorm' }],
  ['a mark above all', ['first-72-hours'], { as: 'cmi5', pass: '101' }],
  ['a mark as a share', ['first-72-hours'], { as: 'cmi5', pass: '0.8' }],
  ['a language that nothing is told in', ['first-72-hours'], { as: 'cmi5', language: 'de' }],
])('%s is wrong usage, before anything is opened', async (_, positionals, options) => {
  await expect(packageForPlatform(positionals, options)).rejects.toMatchObject({ name: 'UsageError' });
});
