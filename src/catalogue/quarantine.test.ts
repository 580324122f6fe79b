import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { aContentFolder, type ContentFolder } from '#testing/a-content-folder.ts';
import { findCase, findLesson } from './catalogue.ts';
import { ContentError } from './check/content-fault.ts';
import { type OpenLibrary, readOpenLibrary } from './read/read-content.ts';

const id = 'aisin-fire-1997';
const story = `cases/${id}/index.mdx`;
const mail = `cases/${id}/mail.yaml`;
const lesson = 'rank-by-line-stop';

function openAfter(change: (content: ContentFolder) => void): OpenLibrary {
  const content = aContentFolder();
  change(content);
  return readOpenLibrary(content.folder);
}

/** Every case, lesson, module and instrument that is left out, as its files are called. */
const named = ({ leftOut }: OpenLibrary) => leftOut.map((unit) => `${unit.kind}/${unit.id} ${unit.language}`);

/** Every case that is left, as `en/id` and `ja/id`. */
const casesOf = ({ library: { en, ja } }: OpenLibrary) => [
  ...en.cases.map((entry) => `en/${entry.id}`),
  ...ja.cases.map((entry) => `ja/${entry.id}`),
];

/** A reference is dangling when it cannot be said in a library that lacks what it names. */
function namesOf({ library: { en } }: OpenLibrary): string[] {
  return JSON.stringify([en.lessons, en.modules, en.instruments, en.glossary, en.cases.map((entry) => entry.lessons)])
    .split('"')
    .filter((word) => word === id || word === lesson);
}

test('nothing is left out of content without faults', () => {
  const open = openAfter(() => {});
  expect(open.leftOut).toEqual([]);
  expect(open.others).toEqual([]);
});

test('a case with a bad title is left out, and nothing that is left names it', () => {
  const open = openAfter((content) => content.replace(story, /^title:.*/m, `title: ${'too long '.repeat(9)}`));
  expect(named(open)).toEqual([`cases/${id} en`]);
  expect(open.leftOut[0]?.faults).toMatchObject([{ file: story, field: 'title' }]);
  expect(casesOf(open)).toEqual(
    casesOf(openAfter(() => {})).filter((other) => other !== `en/${id}` && other !== `ja/${id}`),
  );
  expect(namesOf(open)).not.toContain(id);
  expect(open.others).toEqual([]);
});

test('front matter that is not YAML leaves its case out, with its line in the file', () => {
  const open = openAfter((content) => content.replace(story, /^title:.*/m, 'title: "one'));
  expect(named(open)).toEqual([`cases/${id} en`]);
  const content = aContentFolder();
  content.replace(story, /^dek:.*/m, 'dek: a: b: c');
  const line = content.read(story).split('\n').indexOf('dek: a: b: c') + 1;
  expect(readOpenLibrary(content.folder).leftOut[0]?.faults).toMatchObject([{ file: story, field: `line ${line}` }]);
});

test('a case without its mail story is left out', () => {
  const open = openAfter((content) => rmSync(join(content.folder, mail)));
  expect(named(open)).toEqual([`cases/${id} en`]);
  expect(open.leftOut[0]?.faults).toMatchObject([{ file: mail, wrong: 'the file is missing' }]);
});

test('a question on a lesson that does not exist leaves its case out', () => {
  const open = openAfter((content) => {
    const file = `cases/${id}/questions.yaml`;
    const [first, ...more] = parse(content.read(file));
    content.write(file, stringify([{ ...first, lesson: 'no-such-lesson' }, ...more]));
  });
  expect(named(open)).toEqual([`cases/${id} en`]);
  expect(open.leftOut[0]?.faults).toMatchObject([{ wrong: '"no-such-lesson" is not known' }]);
});

test('a story that is not MDX leaves its case out, with the line', () => {
  const content = aContentFolder();
  content.replace(story, '## Why nobody saw it\n', '## Why nobody saw it\n\nA plant {is lost.\n');
  const line = content.read(story).split('\n').indexOf('A plant {is lost.') + 1;
  const open = readOpenLibrary(content.folder);
  expect(named(open)).toEqual([`cases/${id} en`]);
  expect(open.leftOut[0]?.faults).toMatchObject([{ file: story, field: `line ${line}`, wrong: /not valid MDX/ }]);
  expect(content.faults()).toMatchObject([{ file: story, wrong: /not valid MDX/ }]);
});

test('a lesson left with too few cases by a quarantine stays, without its comparisons', () => {
  const whole = openAfter(() => {}).library.en;
  const [kept, ...others] = findLesson(whole, lesson).caseIds;
  const open = openAfter((content) => {
    for (const other of others) rmSync(join(content.folder, `cases/${other}/mail.yaml`));
  });
  expect(named(open).every((name) => name.startsWith('cases/'))).toBe(true);
  expect(findLesson(open.library.en, lesson)).toMatchObject({ caseIds: [kept], comparisons: [] });
  expect(findLesson(open.library.ja, lesson).comparisons).toEqual([]);
  expect(open.others).toEqual([]);
});

test('a lesson that is left out takes its questions along, and the story stops at another', () => {
  const open = openAfter((content) => content.replace(`lessons/${lesson}.yaml`, /^stake:.*/m, 'stake: 9'));
  expect(named(open)).toContain(`lessons/${lesson} en`);
  expect(namesOf(open)).not.toContain(lesson);
  for (const entry of open.library.en.cases) {
    expect(entry.questions.map((question) => question.id)).toContain(`${entry.id}/${entry.decision}`);
  }
});

test('a case whose only lesson is left out goes with it, and says what to mend first', () => {
  const open = openAfter((content) => {
    const lessons = parse(content.read(story).split('---')[1] ?? '').lessons;
    for (const taught of lessons) content.replace(`lessons/${taught.id}.yaml`, /^stake:.*/m, 'stake: 9');
  });
  expect(named(open)).toContain(`cases/${id} en`);
  const own = open.leftOut.find((unit) => unit.id === id);
  expect(own?.faults).toMatchObject([{ wrong: 'every lesson it asks about is left out', mend: /^Mend lessons\// }]);
});

test('a broken translation is left out alone, and the case is told in its first language', () => {
  const open = openAfter((content) => content.replace(`cases/${id}/mail.ja.yaml`, /^subject:/m, 'subjct:'));
  expect(named(open)).toEqual([`cases/${id} ja`]);
  expect(findCase(open.library.ja, id).toldIn).toBe('en');
});

test('a lesson that is thin by itself is shown, and named among what a build would refuse', () => {
  const open = openAfter((content) => {
    for (const ending of ['yaml', 'ja.yaml'])
      content.replace(`lessons/${lesson}.${ending}`, /^comparisons:[\s\S]*/m, '');
  });
  expect(open.leftOut).toEqual([]);
  expect(open.others).toMatchObject([{ file: `lessons/${lesson}.yaml`, wrong: 'no two cases are compared' }]);
});

test('a glossary that names an unknown case keeps its terms, and is named among the rest', () => {
  const open = openAfter((content) =>
    content.replace('vocabulary/glossary.yaml', 'cases: [', 'cases: [no-such-case, '),
  );
  expect(open.leftOut).toEqual([]);
  expect(open.others).toMatchObject([{ file: 'vocabulary/glossary.yaml', wrong: '"no-such-case" is not known' }]);
  expect(JSON.stringify(open.library.en.glossary)).not.toContain('no-such-case');
});

test('a file that everything stands on cannot be left out', () => {
  expect(() => openAfter((content) => content.write('vocabulary/hazards.yaml', '- id: 7'))).toThrow(ContentError);
});
