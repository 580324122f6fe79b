import type { CaseFolder } from '../../assemble.ts';
import { isRight, type Question } from '../../schema/question.ts';
import { plainText } from '../../story-body.ts';
import type { ContentFault } from '../content-fault.ts';
import { figuresIn, figuresSaid } from './figures-in.ts';

/** Figures and months that a mail or an answer states and the page does not: they have no source. Pure. */
export function checkFigures(folder: CaseFolder): ContentFault[] {
  const page = figuresSaid(pageText(folder));
  return [
    ...mailFaults(folder, page),
    ...folder.questions.flatMap((question) => answerFaults(folder.id, question, page)),
  ];
}

/** Everything that a reader of the page sees of its facts. */
function pageText({ body, frontMatter: head }: CaseFolder): string {
  const { event, impact, timeline, contrast, fading, board, lessons } = head;
  return [
    head.title,
    head.dek,
    event.start,
    event.end ?? '',
    ...impact.map(({ figure, unit }) => `${figure} ${unit}`),
    ...timeline.map(({ on, text }) => `${on} ${text}`),
    `${contrast.left.figure} ${contrast.left.text}`,
    `${contrast.right.figure} ${contrast.right.text}`,
    ...fading.moments.map(({ on, label }) => `${on} ${label}`),
    `${board.cost} ${board.opportunity}`,
    ...lessons.map(({ here }) => here),
    head.confidenceNote,
    plainText(body),
  ].join('\n');
}

function mailFaults({ id, mail }: CaseFolder, page: ReadonlySet<string>): ContentFault[] {
  const texts = [mail.subject, mail.preheader, ...mail.story];
  return [...new Set(texts.flatMap(figuresIn))]
    .filter((figure) => !page.has(figure))
    .map((figure) =>
      fault(
        `cases/${id}/mail.yaml`,
        'story',
        figure,
        'Tell it on the page with its source, or take it out of the mail.',
      ),
    );
}

/** An answer may also reckon with what its own scene and choices say, which are invented for the exercise. */
function answerFaults(id: string, question: Question, page: ReadonlySet<string>): ContentFault[] {
  const own = figuresSaid([question.scene, ...question.choices.map(({ text }) => text)].join('\n'));
  const reckoned = new Set([...own, ...reckonedFrom(own)]);
  return question.choices.flatMap((choice) => {
    const answer = isRight(choice) ? choice.because : `${choice.tempts} ${choice.costs}`;
    return figuresIn(answer)
      .filter((figure) => !page.has(figure) && !reckoned.has(figure))
      .map((figure) =>
        fault(
          `cases/${id}/questions.yaml`,
          `${question.id}, ${choice.id ?? choice.text}`,
          figure,
          'Use a figure of the page or of the scene; a loss that nobody reported is none.',
        ),
      );
  });
}

/** Sums, differences and products of two of the numbers. */
function reckonedFrom(figures: ReadonlySet<string>): string[] {
  const numbers = [...figures].map(Number).filter((number) => !Number.isNaN(number));
  return numbers.flatMap((one) =>
    numbers.flatMap((other) => [one + other, one - other, one * other, one / other].map(String)),
  );
}

function fault(file: string, field: string, figure: string, mend: string): ContentFault {
  return { file, field, wrong: `"${figure}" stands nowhere on the page`, mend };
}
