import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';

/** A story as it is shown: nothing but these parts exists of what somebody typed, so nothing else can run or load. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; inside: readonly Inline[] }
  | { kind: 'cite'; sources: readonly string[] };
export type Block =
  | { kind: 'paragraph'; inside: readonly Inline[] }
  | { kind: 'list'; items: readonly (readonly Inline[])[] };

/** Markdown as old as itself: no tables, notes or strokes. */
const features = { gfm: false, frontmatter: false } as const;

/** A source, or several, in brackets: [bbc-2018], [bbc-2018 itv-2018]. */
const citation = /\[([a-z0-9]+(?:-[a-z0-9]+)*(?:[ ,;]+[a-z0-9]+(?:-[a-z0-9]+)*)*)\]/g;

/** What was typed for a section of the story. What is no paragraph, list, *emphasis*, **strength** or [citation] stays as the text it was typed as. */
export function blocksOf(typed: string): Block[] {
  return children(markdownToMdast(typed, { features })).flatMap((node) => blockOf(node, typed));
}

/** The same of an author's file; elements other than citations are left out, as the page supplies them. */
export function blocksOfMdx(text: string): Block[] {
  return children(mdxToMdast(text, { features })).flatMap((node) => blockOf(node, text));
}

function children(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

function blockOf(node: MdastNode, source: string): Block[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', inside: inlinesOf(children(node), source) }];
  if (node.type === 'list') {
    const items = children(node).map((item) => children(item).flatMap((part) => inlinesOf(children(part), source)));
    return [{ kind: 'list', items }];
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxjsEsm') return [];
  const text = sourceOf(node, source).trim();
  return text === '' ? [] : [{ kind: 'paragraph', inside: textWithCitations(text) }];
}

function inlinesOf(nodes: readonly MdastNode[], source: string): Inline[] {
  return joined(nodes.flatMap((node) => inlineOf(node, source)));
}

function inlineOf(node: MdastNode, source: string): Inline[] {
  switch (node.type) {
    case 'text':
      return textWithCitations(node.value);
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, inside: inlinesOf(children(node), source) }];
    case 'break':
      return [{ kind: 'text', text: ' ' }];
    case 'mdxJsxTextElement': {
      const of = node.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === 'of')?.value;
      return typeof of === 'string' ? [{ kind: 'cite', sources: of.split(/\s+/).filter(Boolean) }] : [];
    }
    default:
      return textWithCitations(sourceOf(node, source));
  }
}

/** As it was typed. */
function sourceOf(node: MdastNode, source: string): string {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  return from === undefined || to === undefined ? '' : source.slice(from, to);
}

function textWithCitations(text: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(citation)) {
    parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'cite', sources: (match[1] ?? '').split(/[ ,;]+/) });
    at = match.index + match[0].length;
  }
  parts.push({ kind: 'text', text: text.slice(at) });
  return parts.filter((part) => part.kind !== 'text' || part.text !== '');
}

/** Texts side by side as one, with single blanks. */
function joined(parts: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      whole[whole.length - 1] = { kind: 'text', text: last.text + part.text };
    else whole.push(part);
  }
  return whole.map((part) => (part.kind === 'text' ? { kind: 'text', text: part.text.replaceAll(/\s+/g, ' ') } : part));
}

/** Every source that a story cites. */
export function citedIn(blocks: readonly Block[]): string[] {
  const of = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => (part.kind === 'cite' ? part.sources : part.kind === 'text' ? [] : of(part.inside)));
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(of) : of(block.inside)));
}

/** As somebody types it. */
export function typedStory(blocks: readonly Block[]): string {
  return writtenIn(blocks, { begin: startOfLine, text: asTyped, cite: (sources) => `[${sources.join(' ')}]` });
}

/** As an author's file holds it: what MDX would take for its own is written so that it stays text. */
export function mdxStory(blocks: readonly Block[]): string {
  return writtenIn(blocks, {
    begin: startOfMdxLine,
    text: asMdx,
    cite: (sources) => `<Cite of="${sources.join(' ')}" />`,
  });
}

type Hand = {
  begin: (line: string) => string;
  text: (text: string) => string;
  cite: (sources: readonly string[]) => string;
};

function writtenIn(blocks: readonly Block[], hand: Hand): string {
  const inline = (parts: readonly Inline[]): string =>
    parts
      .map((part) => {
        if (part.kind === 'text') return hand.text(part.text);
        if (part.kind === 'cite') return hand.cite(part.sources);
        const mark = part.kind === 'strong' ? '**' : '*';
        return `${mark}${inline(part.inside)}${mark}`;
      })
      .join('');
  return blocks
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `- ${hand.begin(inline(item))}`).join('\n')
        : hand.begin(inline(block.inside)),
    )
    .join('\n\n');
}

/** What would begin a heading, a list, a quotation, a rule or an import there begins none. */
function startOfLine(text: string): string {
  return text.replace(/^(\s*)([#>+=~-])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** MDX takes what follows these words for a program. */
function startOfMdxLine(text: string): string {
  return startOfLine(text).replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

function asTyped(text: string): string {
  return text.replaceAll(/[\\*_`[\]<&]/g, '\\$&');
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '{': '&#123;', '}': '&#125;', '&': '&amp;' };

function asMdx(text: string): string {
  return text.replaceAll(/[\\*_`[\]]/g, '\\$&').replaceAll(/[<{}&]/g, (sign) => entities[sign] ?? sign);
}
