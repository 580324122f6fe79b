import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { aContentFolder } from '#testing/a-content-folder.ts';
import { ContentError, faultLine } from '../check/content-fault.ts';
import { readContent } from './read-content.ts';

const story = 'cases/aisin-fire-1997/index.mdx';
const questions = 'cases/aisin-fire-1997/questions.yaml';
const mail = 'cases/aisin-fire-1997/mail.yaml';
const fault = (file: string, field: string, wrong: RegExp, mend: RegExp) =>
  expect.objectContaining({
    file,
    field: expect.stringMatching(new RegExp(field)),
    wrong: expect.stringMatching(wrong),
    mend: expect.stringMatching(mend),
  });

type Choices = { id: string; choices: Record<string, string>[] }[];

/** Rewrites the first question of a case. */
function withFirstQuestion(change: (choices: Record<string, string>[]) => void) {
  const content = aContentFolder();
  const all: Choices = parse(content.read(questions));
  change(all[0]?.choices ?? []);
  content.write(questions, stringify(all));
  return content.faults();
}

test('the library as it stands has nothing to mend', () => {
  expect(aContentFolder().faults()).toEqual([]);
});

test('a field nobody knows is named', () => {
  const content = aContentFolder();
  content.replace(story, /^place:/m, 'plaice: Kariya\nplace:');
  expect(content.faults()).toEqual([fault(story, '', /"plaice" is not a known field/, /spelling/)]);
});

test.each([
  ['place', /^place:.*\n/m],
  ['pillar', /^pillar:.*\n/m],
  ['countries', /^countries:.*\n/m],
])('a missing field is called missing: %s', (field, pattern) => {
  const content = aContentFolder();
  content.replace(story, pattern, '');
  expect(content.faults()).toEqual([fault(story, `^${field}$`, /^this field is missing$/, /^Add it/)]);
});

test('a value outside a list is answered with the list', () => {
  const content = aContentFolder();
  content.replace(story, /^pillar:.*/m, 'pillar: independence');
  expect(content.faults()).toEqual([
    fault(story, '^pillar$', /not one of those allowed/, /autonomy, indispensability, both, neither/),
  ]);
});

test('broken YAML is named with its line', () => {
  const content = aContentFolder();
  content.replace(mail, /^subject:.*/m, 'subject: Toyota: four hours: of valves');
  expect(content.faults()).toEqual([fault(mail, '^line 1$', /not valid YAML/, /Quote text/)]);
});

test('a file that is not there is called missing', () => {
  const content = aContentFolder();
  rmSync(join(content.folder, mail));
  expect(content.faults()).toEqual([fault(mail, '', /missing/, /writing-a-case/)]);
});

test('a case without front matter is told how to begin', () => {
  const content = aContentFolder();
  content.write(story, '## What happened\n');
  expect(content.faults()).toEqual([fault(story, '', /no front matter/, /---/)]);
});

test('a question with two right answers is refused', () => {
  const right = 'Because the maker alone knows how long it takes to make it again.';
  const faults = withFirstQuestion((choices) =>
    choices.splice(0, choices.length, { text: 'Ask', because: right }, { text: 'Order', because: right }),
  );
  expect(faults).toEqual([
    fault(questions, '\\[1\\]\\.choices', /cannot be used/, /^2 choices are right; give "because" to exactly one/),
  ]);
});

test('a question without a right answer is refused', () => {
  const wrong = { text: 'Wait', tempts: 'The news will come by itself.', costs: 'The days in which others decide.' };
  const faults = withFirstQuestion((choices) => choices.splice(0, choices.length, wrong, wrong));
  expect(faults).toEqual([fault(questions, '\\[1\\]\\.choices', /cannot be used/, /^No choice is right/)]);
});

test('a choice that is neither right nor wrong is told what each carries', () => {
  const faults = withFirstQuestion((choices) =>
    choices.splice(0, 1, { text: 'Wait and see', tempts: 'It is what one always did.' }),
  );
  expect(faults).toContainEqual(
    fault(questions, '\\[1\\]\\.choices\\[\\d\\]', /cannot be used/, /text, tempts and costs/),
  );
});

test('a sentence that states a figure without a source is quoted', () => {
  const content = aContentFolder();
  content.replace(story, '## Why nobody saw it\n', '## Why nobody saw it\n\nThe plant lost 400 machines.\n');
  expect(content.faults()).toEqual([
    fault(story, 'body', /"The plant lost 400 machines\." states a figure/, /<Cite of="source-id" \/>/),
  ]);
});

test('sections out of order are answered with their order', () => {
  const content = aContentFolder();
  content.replace(story, '## What was forgotten', '## What got forgotten');
  expect(content.faults()).toEqual([fault(story, 'headings', /What got forgotten/, /"What was forgotten"/)]);
});

test('an element placed twice, and one not placed, are named', () => {
  const content = aContentFolder();
  content.replace(story, '<Fading />', '<Timeline />');
  expect(content.faults()).toEqual([
    fault(story, 'Timeline', /stands 2 times/, /exactly once/),
    fault(story, 'Fading', /missing/, /exactly once/),
  ]);
});

test('content may not import', () => {
  const content = aContentFolder();
  content.replace(story, '<Fading />', 'import x from "x";\n\n<Fading />');
  expect(content.faults()).toEqual([fault(story, 'body', /import/, /Take it out/)]);
});

test('a mail story that is too short is told its length', () => {
  const content = aContentFolder();
  const paragraph = 'A plant was lost, and with it the only maker of a part.';
  content.write(mail, stringify({ ...parse(content.read(mail)), story: [paragraph, paragraph, paragraph] }));
  expect(content.faults()).toEqual([
    fault(mail, '^story$', /cannot be used/, /The story has 39 words; make it 200 to 300/),
  ]);
});

test('every fault of every file is told at once, each on a line with its file', () => {
  const content = aContentFolder();
  content.replace(mail, /^subject:.*/m, 'subject: ""');
  content.replace(story, /^place:.*\n/m, '');
  try {
    readContent(content.folder);
    expect.unreachable('the content is broken');
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    expect(error.message).toContain('2 things to mend');
    for (const entry of error.faults) expect(error.message).toContain(faultLine(entry));
    expect(error.faults.map((entry) => entry.file)).toEqual(expect.arrayContaining([story, mail]));
  }
});

test('a broken question hides no other fault, in its own case or in another', () => {
  const content = aContentFolder();
  content.replace(questions, /^ {2}ask: .*$/m, '  ask: ""');
  content.replace(story, 'id: rank-by-line-stop', 'id: rank-by-line-stops');
  const other = 'cases/riken-piston-rings-2007/index.mdx';
  content.replace(other, '<Cite of="cnbc-2007" />', '<Cite of="cnbc-2008" />');
  content.replace(other, 'on: 2007-07-17\n', 'on: 2007-07-15\n');
  const faults = content.faults();
  expect(faults).toEqual(
    expect.arrayContaining([
      fault(questions, '\\[1\\]\\.ask', /cannot be used/, /write at least/i),
      fault(story, '^lessons$', /"rank-by-line-stops" is not known/, /Did you mean/),
      fault(other, '^body$', /"cnbc-2008" is not known/, /Did you mean/),
      fault(other, '^timeline', /2007-07-15 stands after 2007-07-16/, /order of time/),
    ]),
  );
  // A source that only the broken question cites is not called idle, and a decision among the broken ones is not missed.
  expect(faults.filter(({ wrong, field }) => /nothing cites/.test(wrong) || field === 'decision')).toEqual([]);
});

test('what a new case leaves to be written is named with its line', () => {
  const content = aContentFolder();
  content.replace(story, /^title: .*$/m, 'title: TODO a headline');
  expect(content.faults()).toEqual([fault(story, '^line 2$', /"TODO a headline" still waits/, /Write it/)]);
});
