import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleSentence } from '#catalogue/check/form-rule.ts';
import { type Field, sections, within } from '#catalogue/pieces/form.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { readAccess } from '#server/desk/access-log.ts';
import { Desk } from '#server/desk/desk.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { aStore } from '#testing/a-database.ts';

const now = Date.UTC(2026, 10, 30);
const by = 'ana@kazehaya.example';
const catalogue = readContent('content');
const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
const fileOf = (name: string) => readFileSync(join('content', 'cases', 'kfc-dhl-2018', name), 'utf8');
const kfc = () => Object.fromEntries(names.map((name) => [name, fileOf(name)]));

async function aWriter() {
  const db = await aStore();
  const planner = { db, catalogue, seed: 'a', weights: usualWeights, newcomers: nobodyIsNew };
  const rules = { showByName: 'done', smallestTeam: 5 } as const;
  return { db, write: new Desk(planner, rules, by, 'house', new Set()).write };
}

test('no part of a form has the name of a page that stands beside it', () => {
  const pages = globSync('*', { cwd: 'src/pages/desk/write/[id]' }).map((name) => name.replace(/\..*$/, ''));
  const parts = Object.values(sections).flatMap((own) => own.map(({ id }) => id));
  expect(pages.filter((name) => parts.some((part) => part === name))).toEqual([]);
});

test('every field of the form has its words in both languages', () => {
  const keysOf = (fields: readonly Field[], prefix: string): string[] =>
    fields.flatMap((field) => {
      const key = within(prefix, field.name);
      const inner = field.as === 'rows' || field.as === 'group' ? keysOf(field.of, key) : [];
      // What holds all of a mail or an event has no word of its own.
      return field.as === 'cited' || ['mail', 'event', 'contrast'].includes(key) ? inner : [key, ...inner];
    });
  const fields = Object.values(sections).flatMap((own) => own.flatMap((section) => [...section.fields]));
  const keys = keysOf(fields, '').map((key) => key.replace('contrast.right.', 'contrast.left.'));
  for (const language of languages) {
    const known = Object.keys(wordsIn(language).write.fields);
    expect(
      keys.filter((key) => !known.includes(key)),
      language,
    ).toEqual([]);
  }
});

test('an empty draft says everything that is missing, at its field, and is not published', async () => {
  const { write } = await aWriter();
  const added = await write.begin('case', 'Queue at Rugby', '2018', now);
  expect(added).toEqual({ ok: true, id: 'queue-at-rugby-2018' });
  const opened = await write.open('queue-at-rugby-2018');
  const at = opened?.faults.map(({ section, field }) => `${section} ${field}`);
  for (const place of [
    'about dek',
    'about place',
    'figures impact',
    'mail mail.subject',
    'questions questions',
    'sources sources',
  ])
    expect(at).toContain(place);
  expect(opened?.faults.every(({ missing }) => missing)).toBe(true);
  expect(await write.publish('queue-at-rugby-2018', 1, now)).toEqual({ ok: false, reason: 'faulty' });
});

test('a title without a letter of the alphabet, and a name that is taken, are refused', async () => {
  const { write } = await aWriter();
  expect(await write.begin('case', '港', '', now)).toEqual({ ok: false, reason: 'no-title' });
  expect(await write.begin('case', 'KFC DHL', '2018', now)).toEqual({ ok: false, reason: 'taken' });
});

test('faults of what was typed stand beside the field that holds it', async () => {
  const { write } = await aWriter();
  await write.bringIn(kfc(), 'rugby-2018', now);
  const opened = await write.open('rugby-2018');
  expect(opened?.faults).toEqual([]);
  const typed = opened?.piece.typed ?? {};
  const story = { ...typed, same: 'It cost 900 pounds.', version: '1' };
  await write.save({ id: 'rugby-2018', version: 1, section: 'story' }, story, now);
  const sources = { ...typed, 'sources[3].url': 'no address' };
  await write.save({ id: 'rugby-2018', version: 2, section: 'sources' }, sources, now);
  const questions = { ...typed, 'questions[2].choices[1].because': '', 'questions[1].lesson': 'no-such-rule' };
  await write.save({ id: 'rugby-2018', version: 3, section: 'questions' }, questions, now);
  const faults = (await write.open('rugby-2018'))?.faults.map(
    ({ field, rule }) => `${field}: ${ruleSentence(wordsIn('en').pieceFaults, rule)}`,
  );
  expect(faults).toContainEqual(
    expect.stringContaining('same: "It cost 900 pounds." states a figure or date without a citation'),
  );
  expect(faults?.some((fault) => fault.startsWith('sources[3].url'))).toBe(true);
  expect(faults?.some((fault) => fault.startsWith('questions[2].choices'))).toBe(true);
});

test('what only shows between the parts of a case is found too', async () => {
  const { write } = await aWriter();
  await write.bringIn(kfc(), 'rugby-2018', now);
  const typed = (await write.open('rugby-2018'))?.piece.typed ?? {};
  const questions = { ...typed, 'questions[1].lesson': 'no-such-rule', 'questions[1].sources': 'no-such-source' };
  await write.save({ id: 'rugby-2018', version: 1, section: 'questions' }, questions, now);
  const faults = (await write.open('rugby-2018'))?.faults.map(
    ({ field, rule }) => `${field}: ${ruleSentence(wordsIn('en').pieceFaults, rule)}`,
  );
  expect(faults).toContainEqual(expect.stringContaining('questions[1].lesson: The case does not teach "no-such-rule"'));
  expect(faults).toContainEqual(expect.stringContaining('questions[1]: "no-such-source" is not known'));
});

test('a case without faults is published and withdrawn, and both are written down', async () => {
  const { db, write } = await aWriter();
  await write.bringIn(kfc(), 'rugby-2018', now);
  expect(await write.publish('rugby-2018', 7, now)).toEqual({ ok: false, reason: 'changed' });
  expect(await write.publish('rugby-2018', 1, now)).toEqual({ ok: true });
  expect(await write.withdraw('rugby-2018', now + 1)).toBe(true);
  const acts = await readAccess(db, { since: 0, skip: 0, most: 9 });
  expect(acts.map(({ act, who }) => [act, who])).toEqual([
    ['withdrew-piece', by],
    ['published-piece', by],
  ]);
});

test('more than a field can hold is refused with its name, and nothing is saved', async () => {
  const { write } = await aWriter();
  await write.begin('module', 'Ours', '', now);
  const long = { title: 'Ours', purpose: 'x'.repeat(20_001) };
  expect(await write.save({ id: 'ours', version: 1, section: 'module' }, long, now)).toMatchObject({
    ok: false,
    reason: 'too-long',
    field: 'purpose',
  });
  expect((await write.open('ours'))?.piece.version).toBe(1);
});

test('fields that no form has, boxes that nothing offers and signs that nobody sees are left out', async () => {
  const { write } = await aWriter();
  await write.begin('module', 'Ours', '', now);
  const posted = {
    title: 'Ou\u0000rs\u202e',
    'audience:buyer': 'on',
    'audience:king': 'on',
    __proto__x: 'a',
    'lessons[9]': 'x',
    kind: 'case',
  };
  expect(await write.save({ id: 'ours', version: 1, section: 'module' }, posted, now)).toMatchObject({ ok: true });
  expect((await write.open('ours'))?.piece.typed).toEqual({ title: 'Ours', 'audience:buyer': 'on' });
});
