import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { contentFolder } from './content-folder.ts';
import { readConcepts } from './read-concepts.ts';
import { readContent } from './read-content.ts';
import { readOtherLanguages } from './read-other-languages.ts';

function folderWith(file: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'other-languages-'));
  mkdirSync(join(folder, 'vocabulary'));
  writeFileSync(join(folder, 'vocabulary', file), text);
  return folder;
}

test('what is heard in other languages as it stands has nothing to mend', () => {
  const catalogue = readContent(contentFolder);
  const { heard, firms } = readOtherLanguages(contentFolder, catalogue, readConcepts(contentFolder, catalogue));
  expect(heard.length).toBeGreaterThan(0);
  expect(firms.length).toBeGreaterThan(0);
});

test('a firm is named as a case spells it', () => {
  const catalogue = readContent(contentFolder);
  const { firms } = readOtherLanguages(contentFolder, catalogue, readConcepts(contentFolder, catalogue));
  const stories = readdirSync(join(contentFolder, 'cases')).map((id) =>
    readFileSync(join(contentFolder, 'cases', id, 'index.mdx'), 'utf8'),
  );
  const told = stories.join('\n');
  expect(firms.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
});

test('an id that nothing has is named, with the nearest one', () => {
  const folder = folderWith('other-languages.yaml', '- { for: hazards:fier, de: [Feuer] }');
  expect(() => readOtherLanguages(folder, aCatalogue(), [])).toThrow(/hazards:fier.*\n?.*hazards:fire/);
});

test('a firm without another spelling is refused', () => {
  const folder = folderWith('firms.yaml', '- { name: Toyota, also: [] }');
  expect(() => readOtherLanguages(folder, aCatalogue(), [])).toThrow(/firms.yaml/);
});
