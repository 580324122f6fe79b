import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsSchema } from '#server/settings.ts';
import { commands } from './commands.ts';
import { usage } from './usage.ts';

const documents = ['README.md', 'docs/running.md'].map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const names = commands.map(({ name }) => name);

test.each(documents)('each command that $file gives exists', ({ text }) => {
  const given = [...text.matchAll(/(?:npm run nudge --|scripts\/nudge\.ts) ([a-z][a-z-]*)/g)].map(([, name]) => name);
  expect(given).not.toEqual([]);
  for (const name of given) expect(names).toContain(name);
});

test.each(documents)('each setting that $file sets exists', ({ text }) => {
  const set = [...text.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  for (const name of set) expect(Object.keys(settingsSchema.shape)).toContain(name);
});

test('the help tells of each command, and of no other', () => {
  const told = [...usage.matchAll(/^ {2}([a-z][a-z-]*)(?: |$)/gm)].map(([, name]) => name);
  expect([...new Set(told)].sort()).toEqual(names.toSorted());
});
