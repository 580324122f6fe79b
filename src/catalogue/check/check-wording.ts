import type { CaseFolder } from '../assemble.ts';
import { plainText } from '../story-body.ts';
import type { ContentFault } from './content-fault.ts';

/** What no text of a case says, with what to do instead. */
const banned = [
  { is: /!(?!\[)/, called: 'an exclamation mark', mend: 'End it with a full stop.' },
  { is: /\bdid you know\b/i, called: '"Did you know"', mend: 'State the fact.' },
  {
    is: /(?:^|[.!?]\s+)imagine\b/i,
    called: 'a rhetorical "imagine"',
    mend: 'Tell what happened, or put it into a scene.',
  },
  { is: /\b(?:was|is|were|are)(?:n['’]t| not) just\b/i, called: '"not just"', mend: 'Say what it was.' },
  { is: /—/, called: 'an em dash', mend: 'Use a comma, a colon or a full stop.' },
] as const;

type Text = { file: string; field: string; text: string };

/** Words and marks that the rules of the house rule out, wherever a case says something. Pure. */
export function checkWording(folder: CaseFolder): ContentFault[] {
  return textsOf(folder).flatMap(({ file, field, text }) =>
    banned
      .filter(({ is }) => is.test(text))
      .map(({ is, called, mend }) => ({ file, field, wrong: `"${around(text, is)}" holds ${called}`, mend })),
  );
}

function textsOf({ id, frontMatter: head, body, questions, mail }: CaseFolder): Text[] {
  const index = `cases/${id}/index.mdx`;
  const { impact, timeline, contrast, fading, monday, board, lessons } = head;
  const facts = [
    head.title,
    head.dek,
    head.colourReason,
    head.confidenceNote,
    monday.action,
    board.cost,
    board.opportunity,
    contrast.left.text,
    contrast.right.text,
    ...impact.map(({ unit }) => unit),
    ...timeline.map(({ text }) => text),
    ...fading.moments.map(({ label }) => label),
    ...lessons.map(({ here }) => here),
  ];
  return [
    ...facts.map((text) => ({ file: index, field: 'front matter', text })),
    { file: index, field: 'body', text: plainText(body) },
    ...questions.map((question) => ({
      file: `cases/${id}/questions.yaml`,
      field: question.id,
      text: [question.scene, question.ask, question.subject, ...question.choices.flatMap(saidIn)].join(' '),
    })),
    { file: `cases/${id}/mail.yaml`, field: 'story', text: [mail.subject, mail.preheader, ...mail.story].join(' ') },
  ];
}

function saidIn({ id: _, ...said }: CaseFolder['questions'][number]['choices'][number]): string[] {
  return Object.values(said);
}

const nearby = 30;

/** The words about the first finding. */
function around(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  return text.slice(Math.max(0, at - nearby), at + nearby).trim();
}
