import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sourcesFileSchema } from '#catalogue/schema/source.ts';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { isCaseSlug, layOutCase } from './lay-out-case.ts';

test('a new case is named for what happened and the year', () => {
  expect(isCaseSlug('suez-grounding-2021')).toBe(true);
  expect(['suez', 'Suez-2021', '../suez-2021', 'suez--2021'].map(isCaseSlug)).toEqual([false, false, false, false]);
});

test('all that is missing in a new case is its own, each with a mend, and the rest of the library stands', () => {
  const content = aContentFolder();
  layOutCase(content.folder, 'suez-grounding-2021');
  const faults = content.faults();
  expect(faults.length).toBeGreaterThan(20);
  expect(faults.filter((fault) => !fault.file.startsWith('cases/suez-grounding-2021/'))).toEqual([]);
  expect(faults.filter((fault) => fault.mend === '')).toEqual([]);
});

test('a case that exists is left as it is', () => {
  const content = aContentFolder();
  const before = content.read('cases/aisin-fire-1997/index.mdx');
  expect(() => layOutCase(content.folder, 'aisin-fire-1997')).toThrow('is there already');
  expect(readFileSync(join(content.folder, 'cases/aisin-fire-1997/index.mdx'), 'utf8')).toBe(before);
});

test('the list of sources shows one of each tier, as comments that are no sources', () => {
  const content = aContentFolder();
  layOutCase(content.folder, 'suez-grounding-2021');
  const file = content.read('cases/suez-grounding-2021/sources.yaml');
  const example = file.replaceAll(/^# ?(?=(?:- | {2}))/gm, '').replace(/^#.*$/gm, '');
  const all = sourcesFileSchema.safeParse(parse(example.replace(/- id: first-source[\s\S]*$/, '')));
  expect(all.data?.map(({ tier }) => tier)).toEqual(['primary', 'press', 'secondary']);
  expect(parse(file)).toHaveLength(1);
});
