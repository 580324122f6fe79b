import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemplates, readTemplates, writeTemplates } from './template-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-templates-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const mail = (subject: string) => ({ subject, html: `<p>${subject}</p>`, text: subject });

async function* drawn(...subjects: string[]) {
  for (const subject of subjects) yield [`a/${subject}:case:en`, mail(subject)] as const;
}

test('each mail is found by its key, also where letters take several bytes', async () => {
  expect(await writeTemplates(folder, drawn('Valve', '第二の調達先', 'Fünf\nZeilen'))).toBe(3);
  const templates = openTemplates(folder);
  for (const subject of ['Valve', '第二の調達先', 'Fünf\nZeilen'])
    expect(templates.find(`a/${subject}:case:en`)).toEqual(mail(subject));
  expect(templates.find('a/Valve:recall:en')).toBeNull();
  expect(Object.keys(readTemplates(folder))).toHaveLength(3);
});

test('another build in the same place is said, and its mail is not taken for the one asked for', async () => {
  await writeTemplates(folder, drawn('Valve', 'Switch'));
  const before = openTemplates(folder);
  await writeTemplates(folder, drawn('Switch', 'Valve'));
  expect(() => before.find('a/Valve:case:en')).toThrow(expect.objectContaining({ code: 'TEMPLATES_REPLACED' }));
});

test('where nothing was drawn, the start says that it has to be built', () => {
  expect(() => openTemplates(folder)).toThrow(expect.objectContaining({ code: 'TEMPLATES_MISSING' }));
});
