import { mdxToJs } from 'satteri';
import type { ContentFault } from '../check/content-fault.ts';

/** What keeps a story from being made into a page; the parser that Astro uses says it, with its place. */
export function mdxFaults(file: string, text: string): ContentFault[] {
  try {
    mdxToJs(withoutHead(text));
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = /^(\d+):\d+: (.*?)(?: \([\w:-]+\))?$/s.exec(error.message);
    return [
      {
        file,
        field: said ? `line ${said[1]}` : 'body',
        wrong: `this is not valid MDX: ${(said?.[2] ?? error.message).replaceAll('`', '')}`,
        mend: 'Close every element, and write < and { as &lt; and &#123; where they are meant as signs.',
        rule: { code: 'unusable-signs', facts: null },
      },
    ];
  }
}

/** The front matter as empty lines, so that lines are counted as in the file. */
function withoutHead(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---/, (head) => head.replace(/[^\n]/g, ''));
}
