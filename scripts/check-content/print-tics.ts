import type { CaseFolder } from '#catalogue/assemble.ts';
import { caseProse } from '#catalogue/check/tics/case-prose.ts';
import { commonOpenings, countTics, percent, proseOf } from '#catalogue/check/tics/tic-counts.ts';
import { tics } from '#catalogue/check/tics/tic-list.ts';
import { markdownTable } from '../markdown-table.ts';
import { UsageError } from '../usage-error.ts';
import { usage } from './usage.ts';

/** What the library's prose repeats, beside what it did before; with a case's name, every place in it. */
export function printTics(cases: readonly CaseFolder[], slug: string | null): void {
  for (const line of slug === null ? libraryLines(cases) : caseLines(cases, slug)) console.log(line);
}

const verdict = (share: number, most: number) => (share > most ? 'too often' : 'within');

function libraryLines(cases: readonly CaseFolder[]): string[] {
  const proses = proseOf(cases);
  const counted = countTics(proses).map(({ tic, hits, of, share }) => [
    tic.says,
    `${hits} of ${of} ${tic.of}`,
    percent(share),
    percent(tic.before),
    percent(tic.most),
    verdict(share, tic.most),
  ]);
  const openings = commonOpenings(proses).map(({ of, word, hits, all, share, most }) => [
    of,
    word,
    `${hits} of ${all}`,
    percent(share),
    percent(most),
    verdict(share, most),
  ]);
  return [
    markdownTable(['Tic', 'Seen', 'Share', 'Before', 'At most', ''], counted),
    '',
    markdownTable(['Opening of', 'Commonest', 'Seen', 'Share', 'At most', ''], openings),
  ];
}

function caseLines(cases: readonly CaseFolder[], slug: string): string[] {
  const folder = cases.find(({ id }) => id === slug);
  if (!folder) throw new UsageError(`No case that can be read is called "${slug}".`, usage);
  const prose = caseProse(folder);
  const lines = tics.flatMap((tic) => {
    const { found } = tic.find(prose);
    return found.length === 0 ? [] : [`${tic.says}:`, ...found.map((text) => `  ${text}`)];
  });
  return lines.length === 0 ? [`${slug}: none of the tics that are counted.`] : lines;
}
