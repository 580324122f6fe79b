import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { checkWording } from './check-wording.ts';

const { frontMatter, body, mail, questions } = aCaseFolder();

test('a case without them passes', () => {
  expect(checkWording(aCaseFolder())).toEqual([]);
});

test.each([
  ['What a fire!', 'an exclamation mark'],
  ['Did you know that one plant made them all?', '"Did you know"'],
  ['The plant burned. Imagine the morning.', 'a rhetorical "imagine"'],
  ['It was not just a valve.', '"not just"'],
  ['The plant — a small one — burned.', 'an em dash'],
])('"%s" is named, in the story and in the mail', (said, called) => {
  const inStory = checkWording(aCaseFolder({ body: `${body}\n\n${said}\n` }));
  const inMail = checkWording(aCaseFolder({ mail: { ...mail, story: [...mail.story, said] } }));
  expect([...inStory, ...inMail].map(({ wrong }) => wrong)).toEqual([
    expect.stringContaining(called),
    expect.stringContaining(called),
  ]);
});

test('an answer and a headline are read as well', () => {
  const [first, ...others] = questions;
  if (!first) throw new RangeError('the case asks nothing');
  const faults = checkWording(
    aCaseFolder({
      questions: [{ ...first, scene: 'The plant burned!' }, ...others],
      frontMatter: { ...frontMatter, title: 'A fire!' },
    }),
  );
  expect(faults.map(({ file, field }) => [file, field])).toEqual([
    ['cases/aisin-fire-1997/index.mdx', 'front matter'],
    ['cases/aisin-fire-1997/questions.yaml', first.id],
  ]);
});
