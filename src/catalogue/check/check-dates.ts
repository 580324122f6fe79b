import type { CaseFolder } from '../assemble.ts';
import type { ContentFault } from './content-fault.ts';

/** Whether one date lies after another, as far as both are known: March 2011 is not after 2011. */
function isAfter(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) > other.slice(0, known);
}

/** Dates that cannot be: a timeline or fading out of order, a source younger than the last review. Pure. */
export function checkDates({ id, frontMatter: head, sources }: CaseFolder): ContentFault[] {
  const index = `cases/${id}/index.mdx`;
  return [
    ...orderFaults(index, 'timeline', head.timeline),
    ...orderFaults(index, 'fading.moments', head.fading.moments),
    ...sources
      .filter(({ date }) => date !== undefined && head.reviewedOn !== undefined && isAfter(date, head.reviewedOn))
      .map((source) => ({
        file: `cases/${id}/sources.yaml`,
        field: source.id,
        wrong: `it is dated ${source.date}, after the case was last reviewed (${head.reviewedOn})`,
        mend: 'Mend its date, or review the case with it and write the day into reviewedOn.',
      })),
  ];
}

/** Sources and reviews that bear a date after `today`, `2026-11-30`. Pure. */
export function checkDatedAhead(
  { id, frontMatter: { reviewedOn }, sources }: CaseFolder,
  today: string,
): ContentFault[] {
  const ahead = (file: string, field: string, date: string | undefined) =>
    date !== undefined && isAfter(date, today)
      ? [{ file, field, wrong: `${date} is still to come`, mend: 'Write the date that the source bears.' }]
      : [];
  return [
    ...ahead(`cases/${id}/index.mdx`, 'reviewedOn', reviewedOn),
    ...sources.flatMap((source) => ahead(`cases/${id}/sources.yaml`, source.id, source.date)),
  ];
}

function orderFaults(file: string, field: string, dated: readonly { on: string }[]): ContentFault[] {
  return dated.flatMap(({ on }, at) => {
    const before = dated[at - 1]?.on;
    if (before === undefined || !isAfter(before, on)) return [];
    return [
      { file, field: `${field}[${at + 1}]`, wrong: `${on} stands after ${before}`, mend: 'Put them in order of time.' },
    ];
  });
}
