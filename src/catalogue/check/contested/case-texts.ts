import type { CaseFolder } from '../../assemble.ts';
import { isRight, type Question } from '../../schema/question.ts';
import { openingOf } from '../../story-body.ts';

/** Something of a case that a reader may meet by itself. */
export type CaseText = {
  file: string;
  field: string;
  /** The contested claims that it says it uses; `null` where it has no field for them. */
  declared: readonly string[] | null;
  /** What is always read before its parts: the scene of a question. */
  lead: string;
  /** Its parts, each of which may be all that somebody reads of it. */
  parts: readonly string[];
};

/** Everything of a case that is read, mailed or quoted by itself. The story after its decision is not: whoever reads it has read the rest. Pure. */
export function caseTexts({ id, frontMatter: head, body, questions, mail }: CaseFolder): CaseText[] {
  const index = `cases/${id}/index.mdx`;
  const fixed = (field: string, ...parts: string[]) => ({ file: index, field, declared: null, lead: '', parts });
  const marked = (field: string, contested: readonly string[] | undefined, ...parts: string[]) => ({
    ...fixed(field, ...parts),
    declared: contested ?? [],
  });
  const { left, right } = head.contrast;
  return [
    fixed('dek', head.dek),
    ...openingOf(body).map((paragraph) => fixed('body', paragraph)),
    ...head.impact.map((entry, at) => marked(`impact[${at + 1}]`, entry.contested, `${entry.figure} ${entry.unit}`)),
    ...head.timeline.map((entry, at) => marked(`timeline[${at + 1}]`, entry.contested, entry.text)),
    marked('contrast.left', left.contested, left.text),
    marked('contrast.right', right.contested, right.text),
    ...head.fading.moments.map((entry, at) => marked(`fading.moments[${at + 1}]`, entry.contested, entry.label)),
    fixed('board', `${head.board.cost} ${head.board.opportunity}`),
    ...head.lessons.map(({ here }, at) => fixed(`lessons[${at + 1}]`, here)),
    ...questions.map((question) => questionText(id, question)),
    {
      file: `cases/${id}/mail.yaml`,
      field: 'story',
      declared: mail.contested ?? [],
      lead: '',
      parts: [mail.story.join(' ')],
    },
  ];
}

function questionText(id: string, { id: field, scene, choices, contested }: Question): CaseText {
  const answers = choices.map((choice) => (isRight(choice) ? choice.because : `${choice.tempts} ${choice.costs}`));
  return {
    file: `cases/${id}/questions.yaml`,
    field,
    declared: contested ?? [],
    lead: scene,
    parts: [scene, ...answers],
  };
}
