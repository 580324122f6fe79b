import { markdownTable } from '../markdown-table.ts';
import { type Requirement, readAsvs, type Verdict, verdicts } from './asvs.ts';

const chapters: Readonly<Record<string, string>> = {
  1: 'encoding and injection',
  2: 'validation and business rules',
  3: 'the browser',
  4: 'HTTP and APIs',
  5: 'files',
  6: 'authentication',
  7: 'sessions',
  8: 'authorization',
  9: 'self-contained tokens',
  10: 'OAuth and OpenID Connect',
  11: 'cryptography',
  12: 'secure communication',
  13: 'configuration',
  14: 'data protection',
  15: 'code and architecture',
  16: 'logs and errors',
  17: 'WebRTC',
};

const count = (all: readonly Requirement[], level: number, verdict: Verdict) =>
  all.filter((requirement) => requirement.level === level && requirement.verdict === verdict).length;

function countsTable(all: readonly Requirement[]): string {
  const line = (name: string, levels: readonly number[]) => {
    const cells = verdicts.map((verdict) => levels.reduce((sum, level) => sum + count(all, level, verdict), 0));
    return [name, ...cells.map(String), String(cells.reduce((sum, cell) => sum + cell, 0))];
  };
  return markdownTable(
    ['', ...verdicts, 'all'],
    [line('level 1', [1]), line('level 2, besides', [2]), line('both', [1, 2])],
  );
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function rowOf({ id, level, asks, verdict, because, files, tests }: Requirement): string[] {
  return [id, String(level), asks, verdict, because, code(files), code(tests)];
}

/** Requirements that do not apply for one and the same reason are one line. */
function rowsOf(all: readonly Requirement[]): string[][] {
  const alike = new Map<string, Requirement[]>();
  for (const requirement of all) {
    const { verdict, because, files } = requirement;
    const shared = verdict === 'not applicable' && files.length === 0;
    const key = shared ? because : requirement.id;
    alike.set(key, [...(alike.get(key) ?? []), requirement]);
  }
  return [...alike.values()].map((same) => {
    const [first] = same;
    if (!first) return [];
    if (same.length === 1) return rowOf(first);
    const levels = [...new Set(same.map(({ level }) => level))].sort().join(', ');
    const asks = same.map(({ asks }) => asks).join('; ');
    return [same.map(({ id }) => id).join(', '), levels, asks, 'not applicable', first.because, '', ''];
  });
}

function chapter(number: string, all: readonly Requirement[]): string {
  const own = all.filter(({ id }) => id.startsWith(`${number}.`));
  const table = markdownTable(['Id', 'Level', 'Asks for', 'Verdict', 'How, or why not', 'Files', 'Tests'], rowsOf(own));
  return `## V${number}: ${chapters[number]}\n\n${table}`;
}

function missed(all: readonly Requirement[]): string {
  const lines = all
    .filter(({ verdict }) => verdict === 'missed')
    .map(({ id, asks, because }) => `- **${id}**, ${asks}: ${because}.`);
  return ['## Missed', '', ...lines].join('\n');
}

/** docs/asvs.md. */
export function asvsPage(all = readAsvs()): string {
  const parts = [
    '# OWASP ASVS 5.0, levels 1 and 2',
    'Each requirement of the [standard](https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en), version 5.0.0, by its id: met, with the file that does it and the test that shows it; not applicable, with the reason; or missed. What each asks for is told in a few words of ours, and the standard counts. Our own judgement; nobody outside has looked yet. Files are below `src/` unless they begin with `scripts/`, `docs/` or stand at the top. Drawn from `scripts/security/asvs.yaml` by `npm run asvs`; a test holds that every file and test is there. “Operator’s” is what is done outside the product, and told in [running](running.md).',
    countsTable(all),
    missed(all),
    ...Object.keys(chapters).map((number) => chapter(number, all)),
  ];
  return `${parts.join('\n\n')}\n`;
}
