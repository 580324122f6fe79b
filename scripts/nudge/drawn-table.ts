export type Style = 'text' | 'markdown';
export type Table = { title: string; head: readonly string[]; rows: readonly (readonly string[])[] };

/** A table for a terminal or, as Markdown, for a page. */
export function drawnTable({ title, head, rows }: Table, style: Style): string {
  if (style === 'markdown') {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  }
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [title, line(head), ...rows.map(line)].join('\n');
}
