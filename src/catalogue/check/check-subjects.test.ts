import { expect, test } from 'vitest';
import { aCaseFolder } from '#testing/a-case-folder.ts';
import { checkSubjects } from './check-subjects.ts';

const folder = aCaseFolder();

test('the subjects of one case are all different', () => {
  expect(checkSubjects([folder])).toEqual([]);
});

test('a subject of another case is named with where it stands first, whatever its capitals and marks', () => {
  const subject = `${folder.mail.subject.toUpperCase()}.`;
  const other = aCaseFolder({ id: 'other-2001', questions: [], mail: { ...folder.mail, subject } });
  expect(checkSubjects([folder, other])).toMatchObject([
    {
      file: 'cases/other-2001/mail.yaml',
      field: 'subject',
      wrong: expect.stringContaining('aisin-fire-1997/mail.yaml'),
    },
  ]);
});

test('a question may not borrow the subject of a mail', () => {
  const questions = folder.questions.map((question, at) =>
    at === 0 ? { ...question, subject: folder.mail.subject } : question,
  );
  expect(checkSubjects([{ ...folder, questions }])).toHaveLength(1);
});
