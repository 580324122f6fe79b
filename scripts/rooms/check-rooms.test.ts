import { dirname, relative } from 'node:path/posix';
import { expect, test } from 'vitest';
import { apart, rooms } from '../../rooms.config.ts';
import { checkRooms } from './check-rooms.ts';

const faultsIn = (file: string, text: string) => checkRooms({ rooms, apart }, new Map([[file, text]]));

/** A line in each room that imports from the room after it. */
const upward = rooms.slice(0, -1).map((room, index) => {
  const file = /\.ts$/.test(room.path) ? room.path : `${room.path}/one.ts`;
  const next = rooms[index + 1]?.path ?? '';
  const target = /\.ts$/.test(next) ? next : `${next}/two.ts`;
  return {
    room: room.path,
    file,
    target: target.startsWith('src/') ? `#${target.slice(4)}` : relative(dirname(file), target),
  };
});

test.each(upward)('$room may not import from the room after it', ({ file, target }) => {
  expect(faultsIn(file, `import { thing } from '${target}';`)).toHaveLength(1);
});

test.each([
  ['src/core/memory/warmth.ts', '#i18n/words.ts'],
  ['src/core/memory/warmth.ts', '#simulation/play.ts'],
  ['src/core/memory/warmth.ts', '../planning/calendar/calendar.ts'],
  ['src/core/planning/pace.ts', '#server/app-context.ts'],
  ['src/core/planning/pace.ts', '#server/settings.ts'],
  ['src/site/feeds/cases-feed.ts', '#simulation/play.ts'],
  ['src/components/desk/Heat.astro', '#pages/language.ts'],
  ['scripts/nudge/plan.ts', '#components/shell/nav.ts'],
  ['src/simulation/play.ts', '#server/database/schema.ts'],
])('%s may not import %s', (file, target) => {
  const head = file.endsWith('.astro')
    ? `---\nimport { thing } from '${target}';\n---\n<p />`
    : `import { thing } from '${target}';`;
  expect(faultsIn(file, head)).toHaveLength(1);
});

test.each([
  ['an import of a type', `import type { Words } from '#i18n/words.ts';`],
  ['an import inside a type', `type Words = import('#i18n/words.ts').Words;`],
  ['an import as it runs', `const words = await import('#i18n/words.ts');`],
  ['a name handed on', `export { words } from '#i18n/words.ts';`],
])('%s counts as well', (_, line) => {
  expect(faultsIn('src/core/memory/warmth.ts', line)).toHaveLength(1);
});

test('what stands before may be imported, as may the own room and a package', () => {
  const lines = [
    `import { a } from '../text/words.ts';`,
    `import { b } from './reading.ts';`,
    `import { c } from 'zod';`,
  ];
  expect(faultsIn('src/core/memory/warmth.ts', lines.join('\n'))).toEqual([]);
});

test.each([
  'const now = Date.now();',
  'const now = new Date();',
  'const now = Temporal.Now.instant();',
  'const dice = Math.random();',
  'const port = process.env;',
  `const page = await fetch('https://example.org');`,
  'console.log(1);',
  'const start = performance.now();',
  `import { readFileSync } from 'node:fs';`,
])('a pure room may not say: %s', (line) => {
  expect(faultsIn('src/core/planning/pace.ts', line)).toHaveLength(1);
  expect(faultsIn('src/server/nudges/plan-nudges.ts', line)).toEqual([]);
});

test('which data the language itself was built with is as fixed as the language', () => {
  expect(faultsIn('src/core/planning/pace.ts', 'const zoneData = process.versions.tz;')).toEqual([]);
});

test('a comment or a text may speak of the clock', () => {
  expect(faultsIn('src/core/planning/pace.ts', `// Not Date.now().\nconst hint = 'Math.random()';`)).toEqual([]);
});

test('a fault names file, line and mend', () => {
  const [fault] = faultsIn('src/core/memory/warmth.ts', `\nimport { words } from '#i18n/words.ts';`);
  expect(fault).toBe(
    'src/core/memory/warmth.ts:2: imports src/i18n/words.ts; src/core/memory stands before src/i18n. Move the line up, or what it needs down.',
  );
});

test('scripts of an Astro component are read as well as its head', () => {
  const text = `---\nconst a = 1;\n---\n<script>\n  import { thing } from '#pages/language.ts';\n</script>`;
  expect(faultsIn('src/components/shell/Mark.astro', text)[0]).toMatch(/^src\/components\/shell\/Mark.astro:5:/);
});

test('a file in no room is a fault', () => {
  expect(faultsIn('src/attic/old.ts', 'const a = 1;')).toHaveLength(1);
});
