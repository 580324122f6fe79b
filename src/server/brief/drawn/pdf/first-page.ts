import { wordsIn } from '#i18n/words.ts';
import type { ToldBrief } from '../../told/told-brief.ts';
import type { ToldIndicator } from '../../told/told-indicator.ts';
import { bodyEnd, bodyWidth, margin, type PdfPaper, type Tag, type TextStyle } from './pdf-paper.ts';

const style = {
  title: { face: 'title', size: 25, leading: 28, ink: 'ink', lines: 1 },
  dateline: { face: 'text', size: 8, leading: 10.5, ink: 'ash', lines: 2 },
  label: { face: 'bold', size: 8, leading: 11, ink: 'ink', lines: 1 },
  position: { face: 'serif', size: 14.5, leading: 18.5, ink: 'ink', lines: 5 },
  name: { face: 'text', size: 9.4, leading: 11.8, ink: 'ink', lines: 1 },
  beneath: { face: 'text', size: 7.6, leading: 9.4, ink: 'ash', lines: 2 },
  figure: { face: 'bold', size: 9.2, leading: 11.5, ink: 'ink', align: 'right', lines: 1 },
  before: { face: 'text', size: 8.6, leading: 11.5, ink: 'ash', align: 'right', lines: 1 },
  column: { face: 'text', size: 7.4, leading: 9.5, ink: 'ash', lines: 1 },
  thresholds: { face: 'text', size: 7.6, leading: 9.6, ink: 'ash', lines: 2 },
  status: { face: 'bold', size: 8, leading: 11.5, ink: 'ink', lines: 1 },
} as const satisfies Record<string, TextStyle>;

/** Where the columns of the indicators stand. */
const columns = {
  number: { x: margin, width: 16 },
  name: { x: margin + 16, width: 208 },
  now: { x: margin + 228, width: 72 },
  before: { x: margin + 302, width: 48 },
  thresholds: { x: margin + 362, width: 90 },
  mark: { x: margin + 454 },
  status: { x: margin + 465, width: bodyWidth - 465 },
} as const;

/** Position, and the 14 indicators beneath their four headings. */
export function drawFirstPage(paper: PdfPaper, told: ToldBrief): void {
  const t = wordsIn(told.language).brief;
  const whole = { x: margin, width: bodyWidth };
  let y = paper.text(paper.root, 'H1', told.title, { ...whole, y: 40 }, style.title);
  y = paper.text(paper.root, 'P', told.dateline, { ...whole, y: y + 3 }, style.dateline) + 10;
  paper.rule({ ...whole, y }, 'ink', 1);
  y = paper.text(paper.root, 'H2', told.positionTitle, { ...whole, y: y + 7 }, style.label);
  y = paper.text(paper.root, 'P', told.position, { ...whole, y: y + 5 }, style.position);
  if (told.changes) y = paper.text(paper.root, 'P', told.changes, { ...whole, y: y + 3 }, style.dateline);
  y += 12;
  const beneath = fits(paper, told, bodyEnd - y) ? style.beneath : { ...style.beneath, lines: 1 };
  for (const { title, indicators } of told.headings) {
    const section = paper.tag(paper.root, 'Sect');
    y = paper.text(section, 'H2', title, { ...whole, y }, style.label) + 2;
    paper.rule({ ...whole, y }, 'ink', 0.8);
    const table = paper.tag(section, 'Table');
    y = drawHead(paper, table, t.columns, y + 3);
    for (const entry of indicators) y = drawRow(paper, table, entry, beneath, y);
    table.end();
    section.end();
    y += 9;
  }
  paper.besides(t.page(1), { ...whole, y: bodyEnd + 8 }, { ...style.column, align: 'right' });
}

/** What stands beneath the name of an indicator. */
const beneathOf = ({ note, inputs, lacking }: ToldIndicator): string | undefined => note || (inputs[0] ?? lacking[0]);

/** Heading and head of one block with the gap after it, and of one row with its line: what stands in them besides their texts. */
const blockRoom = style.label.leading + style.column.leading + 16;
const rowRoom = style.name.leading + 5.5;

/** Whether all indicators have room with two lines beneath each name. */
function fits(paper: PdfPaper, { headings }: ToldBrief, room: number): boolean {
  const rows = headings.flatMap(({ indicators }) => indicators);
  const beneath = rows.reduce(
    (sum, entry) => sum + paper.height(beneathOf(entry) ?? '', columns.name.width, style.beneath),
    0,
  );
  return headings.length * blockRoom + rows.length * rowRoom + beneath <= room;
}

type ColumnWords = { indicator: string; now: string; before: string; thresholds: string; status: string };

function drawHead(paper: PdfPaper, table: Tag, words: ColumnWords, y: number): number {
  const row = paper.tag(table, 'TR');
  const right = { ...style.column, align: 'right' } as const;
  paper.text(row, 'TH', words.indicator, { ...columns.name, y }, style.column);
  paper.text(row, 'TH', words.now, { ...columns.now, y }, right);
  paper.text(row, 'TH', words.before, { ...columns.before, y }, right);
  paper.text(row, 'TH', words.status, { ...columns.status, y }, style.column);
  const end = paper.text(row, 'TH', words.thresholds, { ...columns.thresholds, y }, style.column);
  row.end();
  return end + 2;
}

function drawRow(paper: PdfPaper, table: Tag, entry: ToldIndicator, beneathStyle: TextStyle, y: number): number {
  const row = paper.tag(table, 'TR');
  const name = paper.tag(row, 'TH');
  paper.text(name, 'Span', String(entry.number), { ...columns.number, y }, style.thresholds);
  let end = paper.text(name, 'Span', entry.name, { ...columns.name, y }, style.name);
  const beneath = beneathOf(entry);
  // What the figure comes from stands beneath its name: paper cannot be opened.
  if (beneath) end = paper.text(name, 'Span', beneath, { ...columns.name, y: end + 0.5 }, beneathStyle);
  name.end();
  const isRed = entry.status === 'red';
  const isMissing = entry.status === 'missing';
  const now: TextStyle = isMissing ? style.before : { ...style.figure, ink: isRed ? 'ember' : 'ink' };
  paper.text(row, 'TD', entry.now, { ...columns.now, y }, now);
  paper.text(row, 'TD', entry.before, { ...columns.before, y }, style.before);
  const statusStyle: TextStyle = isRed
    ? { ...style.status, ink: 'ember' }
    : entry.status === 'amber'
      ? style.status
      : { ...style.status, face: 'text', ink: 'ash' };
  paper.text(row, 'TD', entry.statusWord, { ...columns.status, y: y + 0.6 }, statusStyle);
  paper.text(row, 'TD', entry.thresholds, { ...columns.thresholds, y: y + 0.8 }, style.thresholds);
  row.end();
  const filled = { red: 'full', amber: 'half', good: 'empty', unset: null, missing: null } as const;
  const mark = filled[entry.status];
  if (mark) paper.square(columns.mark.x, y + 2.4, mark, isRed ? 'ember' : 'ink');
  paper.rule({ x: margin, y: end + 2.5, width: bodyWidth }, 'rule', 0.5);
  return end + 5;
}
