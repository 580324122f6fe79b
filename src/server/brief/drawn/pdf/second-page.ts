import { wordsIn } from '#i18n/words.ts';
import type { ToldBrief, ToldCase, ToldDecision, ToldList } from '../../told/told-brief.ts';
import { bodyEnd, bodyWidth, margin, type PdfPaper, type TextStyle } from './pdf-paper.ts';

const style = {
  label: { face: 'bold', size: 8, leading: 11, ink: 'ink', lines: 1 },
  title: { face: 'serif', size: 12, leading: 14, ink: 'ink', lines: 2 },
  term: { face: 'bold', size: 7.4, leading: 9.5, ink: 'ash', lines: 1 },
  told: { face: 'text', size: 8.4, leading: 11, ink: 'ink', lines: 11 },
  ask: { face: 'serif', size: 11.5, leading: 14, ink: 'ink', lines: 3 },
  line: { face: 'text', size: 8.2, leading: 10.8, ink: 'ink', lines: 3 },
  foot: { face: 'text', size: 7.2, leading: 9.2, ink: 'ash', lines: 4 },
} as const satisfies Record<string, TextStyle>;

const gap = 20;
const third = (bodyWidth - 2 * gap) / 3;
const half = (bodyWidth - gap) / 2;

/** Lines of a list that the page has room for. */
const mostLines = 5;

/** Cases, decisions, and what else a board is told. What has no room is counted, and stands on the desk. */
export function drawSecondPage(paper: PdfPaper, told: ToldBrief): void {
  const t = wordsIn(told.language).brief;
  const foot = told.foot.join(' ');
  const footTop = bodyEnd - paper.height(foot, bodyWidth, style.foot);
  const lists = [told.settled, told.scenarios, told.explains, told.nearMisses].filter(
    ({ lines, none }) => lines.length > 0 || none !== '',
  );
  const restTop = footTop - 12 - restHeight(paper, lists);
  const y = drawCases(paper, told, 40);
  drawDecisions(paper, told, y + 16, restTop - 14);
  drawRest(paper, lists, restTop);
  paper.rule({ x: margin, y: footTop - 6, width: bodyWidth }, 'rule', 0.5);
  paper.text(paper.root, 'P', foot, { x: margin, y: footTop, width: bodyWidth }, style.foot);
  paper.besides(
    t.page(2),
    { x: margin, y: bodyEnd + 8, width: bodyWidth },
    { ...style.term, face: 'text', align: 'right' },
  );
}

function drawHeading(paper: PdfPaper, title: string, x: number, y: number, width: number): number {
  const end = paper.text(paper.root, 'H2', title, { x, y, width }, style.label) + 2;
  paper.rule({ x, y: end, width }, 'ink', 0.8);
  return end + 6;
}

function drawCases(paper: PdfPaper, told: ToldBrief, top: number): number {
  const y = drawHeading(paper, told.casesTitle, margin, top, bodyWidth);
  if (told.cases.length === 0)
    return paper.text(paper.root, 'P', told.noCases, { x: margin, y, width: bodyWidth }, style.line);
  const ends = told.cases.map((entry, column) => drawCase(paper, told, entry, margin + column * (third + gap), y));
  return Math.max(...ends);
}

function drawCase(paper: PdfPaper, told: ToldBrief, entry: ToldCase, x: number, top: number): number {
  const { cases } = wordsIn(told.language).brief;
  const section = paper.tag(paper.root, 'Sect');
  let y = paper.text(section, 'H3', entry.title, { x, y: top, width: third }, style.title) + 4;
  for (const [term, text] of [
    [cases.happened, entry.happened],
    [cases.same, entry.same],
    [cases.cost, entry.cost],
  ] as const) {
    y = paper.text(section, 'P', term, { x, y, width: third }, style.term);
    y = paper.text(section, 'P', text, { x, y, width: third }, style.told) + 5;
  }
  section.end();
  return y;
}

function drawDecisions(paper: PdfPaper, told: ToldBrief, top: number, until: number): void {
  const { decisions: words } = wordsIn(told.language).brief;
  let y = drawHeading(paper, told.decisionsTitle, margin, top, bodyWidth);
  const place = (at: number) => ({ x: margin, y: at, width: bodyWidth });
  if (told.decisions.length === 0) paper.text(paper.root, 'P', told.noDecisions, place(y), style.line);
  for (const [index, decision] of told.decisions.entries()) {
    const isLast = index === told.decisions.length - 1;
    const room = until - (isLast ? 0 : style.line.leading);
    if (index > 0 && y + decisionHeight(paper, decision, index) > room) {
      paper.text(paper.root, 'P', words.more(told.decisions.length - index), place(y), style.line);
      return;
    }
    y = drawDecision(paper, decision, index, y);
  }
}

const askOf = ({ ask }: ToldDecision, index: number) => `${index + 1}. ${ask}`;

/** Cost and opportunity stand side by side, and the rest in a line beneath. */
function partsOf({ parts }: ToldDecision) {
  const [cost, opportunity, ...rest] = parts;
  return {
    sides: [cost, opportunity].filter((part) => part !== undefined),
    beneath: rest.map(({ term, text }) => `${term}: ${text}`).join('  ·  '),
  };
}

function decisionHeight(paper: PdfPaper, decision: ToldDecision, index: number): number {
  const { sides, beneath } = partsOf(decision);
  const sideHeights = sides.map(({ text }) => paper.height(text, half, style.line));
  const ask = paper.height(askOf(decision, index), bodyWidth, style.ask);
  return (
    ask + 3 + style.term.leading + Math.max(0, ...sideHeights) + 3 + paper.height(beneath, bodyWidth, style.line) + 11
  );
}

function drawDecision(paper: PdfPaper, decision: ToldDecision, index: number, top: number): number {
  const { sides, beneath } = partsOf(decision);
  const section = paper.tag(paper.root, 'Sect');
  const y = paper.text(section, 'H3', askOf(decision, index), { x: margin, y: top, width: bodyWidth }, style.ask) + 3;
  const ends = sides.map(({ term, text }, side) => {
    const place = { x: margin + side * (half + gap), width: half };
    const end = paper.text(section, 'P', term, { ...place, y }, style.term);
    return paper.text(section, 'P', text, { ...place, y: end }, style.line);
  });
  const line = { x: margin, y: Math.max(y, ...ends) + 3, width: bodyWidth };
  const end = paper.text(section, 'P', beneath, line, { ...style.line, ink: 'ash' });
  section.end();
  paper.rule({ x: margin, y: end + 4, width: bodyWidth }, 'rule', 0.5);
  return end + 11;
}

const linesOf = ({ lines, none }: ToldList): readonly string[] => {
  if (lines.length === 0) return [none];
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), `… ${lines.length - mostLines + 1}`] : lines;
};

function listHeight(paper: PdfPaper, list: ToldList): number {
  const heading = style.label.leading + 8;
  return linesOf(list).reduce((sum, line) => sum + paper.height(line, half, style.line) + 2, heading) + 10;
}

/** Lists stand in two columns, two and two. */
const rowsOf = (lists: readonly ToldList[]) =>
  lists.flatMap((_, index) => (index % 2 === 0 ? [lists.slice(index, index + 2)] : []));

function restHeight(paper: PdfPaper, lists: readonly ToldList[]): number {
  return rowsOf(lists).reduce((sum, row) => sum + Math.max(...row.map((list) => listHeight(paper, list))), 0);
}

function drawRest(paper: PdfPaper, lists: readonly ToldList[], top: number): void {
  let y = top;
  for (const row of rowsOf(lists)) {
    for (const [column, list] of row.entries()) {
      const x = margin + column * (half + gap);
      let at = drawHeading(paper, list.title, x, y, half);
      for (const line of linesOf(list))
        at = paper.text(paper.root, 'P', line, { x, y: at, width: half }, style.line) + 2;
    }
    y += Math.max(...row.map((list) => listHeight(paper, list)));
  }
}
