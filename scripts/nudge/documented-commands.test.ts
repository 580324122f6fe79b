import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsSchema } from '#server/settings.ts';
import { commands } from './commands.ts';
import { usage } from './usage.ts';

const files = ['README.md', 'docs/running.md', 'Dockerfile', 'compose.yaml'];
const all = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const documents = all.filter(({ file }) => file.endsWith('.md'));
const running = readFileSync('docs/running.md', 'utf8');
const names = commands.map(({ name }) => name);
const settings = Object.keys(settingsSchema.shape);

/** A command as it stands in a line of shell or between backticks, with what follows it there. */
const given = (text: string) =>
  [...text.matchAll(/(?:npm run nudge --|scripts\/nudge\.ts) ([a-z][a-z-]*)([^`\n#&|]*)/g)].map(
    ([line, name = '', rest = '']) => ({ line, name, options: [...rest.matchAll(/--([a-z-]+)/g)].map(([, o]) => o) }),
  );

test.each(documents)('each command that $file gives exists, with the options that it is given', ({ text }) => {
  expect(given(text)).not.toEqual([]);
  for (const { line, name, options } of given(text)) {
    expect(names, line).toContain(name);
    const known: readonly string[] = commands.find((command) => command.name === name)?.options ?? [];
    for (const option of options) expect(known, line).toContain(option);
  }
});

test('each command that the running guide gives is run by a test as an operator runs it', () => {
  const tests = globSync(['scripts/nudge/*.test.ts', 'src/e2e/*.e2e.ts']).map((file) => readFileSync(file, 'utf8'));
  const runBy = (name: string) => tests.some((text) => text.includes('runScript(') && text.includes(`['${name}'`));
  const inGuide = new Set(given(running).map(({ name }) => name));
  // It runs until it is stopped, as the site does, whose stopping is tried.
  inGuide.delete('run');
  expect([...inGuide].filter((name) => !runBy(name))).toEqual([]);
});

test.each(documents)('each script of npm that $file gives exists', ({ text }) => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  for (const [, name = ''] of text.matchAll(/npm run ([a-z][a-z-]*)/g)) expect(Object.keys(scripts)).toContain(name);
});

test.each(documents)('each setting that $file sets exists', ({ text }) => {
  const set = [...text.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  for (const name of set) expect(settings).toContain(name);
});

test.each(all)('what $file has Node run lies where it says', ({ text }) => {
  const run = [...text.matchAll(/node_modules\/\.bin\/node[", ]+(scripts\/[\w/-]+\.ts)/g)].map(([, file]) => file);
  for (const file of run) expect(existsSync(file ?? ''), file).toBe(true);
});

test('the unit starts Node itself, from the folder that it works in', () => {
  const [, folder] = /^WorkingDirectory=(.*)$/m.exec(running) ?? [];
  const [, node, script] = /^ExecStart=(\S+) (\S+)$/m.exec(running) ?? [];
  expect(node).toBe(`${folder}/node_modules/.bin/node`);
  expect(existsSync('node_modules/.bin/node')).toBe(true);
  expect(existsSync(script ?? '')).toBe(true);
});

test('the image runs as nobody in particular, starts Node without a shell, and keeps its data in a volume', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  expect(JSON.parse(command)).toEqual(['node_modules/.bin/node', 'scripts/start.ts']);
  expect(dockerfile).toMatch(/^USER (?!root)\w+$/m);
  const environment = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
  const values = new Map(environment.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1]]));
  const [, volume] = /^VOLUME (\S+)$/m.exec(dockerfile) ?? [];
  expect(values.get('DATA_DIR')).toBe(volume);
  values.delete('CHROME_PATH');
  for (const name of values.keys()) expect(settings).toContain(name);
});

test('what compose.yaml mounts is where the image keeps its data', () => {
  const service = z.object({
    environment: z.record(z.string(), z.string()),
    volumes: z.array(z.string()),
    read_only: z.literal(true),
  });
  const { services } = z
    .object({ services: z.object({ nodomoto: service }) })
    .parse(parse(readFileSync('compose.yaml', 'utf8')));
  const { environment, volumes } = services.nodomoto;
  expect(volumes).toEqual([`data:${environment['DATA_DIR']}`]);
});

test('the alerts ask for metrics that exist', () => {
  const metrics = readFileSync('src/server/http/metrics-text.ts', 'utf8');
  const asked = [...running.matchAll(/expr: .*?(nodomoto_\w+)/g)].map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(3);
  for (const name of asked) expect(metrics).toContain(`name: '${name}'`);
});

test('the help tells of each command, and of no other', () => {
  const told = [...usage.matchAll(/^ {2}([a-z][a-z-]*)(?: |$)/gm)].map(([, name]) => name);
  expect([...new Set(told)].sort()).toEqual(names.toSorted());
});
