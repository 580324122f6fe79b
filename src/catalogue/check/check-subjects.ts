import type { CaseFolder } from '../assemble.ts';
import type { ContentFault } from './content-fault.ts';

type Subject = { file: string; field: string; text: string };

/** Subjects of mails that stand twice in the library: two mails would look like one that came again. Pure. */
export function checkSubjects(cases: readonly CaseFolder[]): ContentFault[] {
  const groups = Map.groupBy(cases.flatMap(subjectsOf), ({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ file, field, text }) => ({
      file,
      field,
      wrong: `"${text}" is the subject of another mail as well (${first?.file}, ${first?.field})`,
      mend: 'Give it words of its own.',
    })),
  );
}

function subjectsOf({ id, mail, questions }: CaseFolder): Subject[] {
  return [
    { file: `cases/${id}/mail.yaml`, field: 'subject', text: mail.subject },
    ...questions.map((question) => ({
      file: `cases/${id}/questions.yaml`,
      field: `${question.id}.subject`,
      text: question.subject,
    })),
  ];
}
