import { fetchesScripts } from './fetches-scripts.ts';
import { restyle } from './restyle.ts';

/** An element as its start tag tells it, or what a part of a selector asks of one. */
type Kind = { tag: string; classes: readonly string[] };

const scope = /^astro-\w{8}$/;
const markedPart = /([^\s>+~,{}()]*):where\(\.(astro-\w{8})\)/g;
const startTag = /<([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>/g;

/**
 * Astro marks every element of a component that has styles, and every rule of theirs with the same mark. On a page most of it tells nothing
 * apart: no other component there has an element that the rule would take. This leaves the marks that matter; on a case page, 40 of 970. Pure.
 */
export function withoutNeedlessScopes(page: string): string {
  const lighter = fetchesScripts(page) ? page : restyle(page, unmarkRules(elementsOf(page)));
  return unmarkElements(lighter, marksIn(lighter));
}

/** A mark weighs nothing in the cascade (`:where`), so where every element that its rule would take has it, it can go. */
function unmarkRules(elements: readonly Kind[]): (css: string) => string {
  return (css) =>
    css.replaceAll(markedPart, (whole, part: string, mark: string) => {
      if (part === '') return whole;
      const taken = elements.filter((element) => takes(readPart(part), element));
      return taken.every(({ classes }) => classes.includes(mark)) ? part : whole;
    });
}

function unmarkElements(page: string, marks: ReadonlyMap<string, readonly Kind[]>): string {
  return page.replaceAll(startTag, (whole, tag: string, attributes: string) => {
    const [, list] = / class="([^"]*)"/.exec(attributes) ?? [];
    if (!list?.includes('astro-')) return whole;
    const classes = list.split(' ');
    const isAsked = (mark: string) => marks.get(mark)?.some((part) => takes(part, { tag, classes }));
    const left = classes.filter((name) => !scope.test(name) || isAsked(name)).join(' ');
    return whole.replace(` class="${list}"`, left === '' ? '' : ` class="${left}"`);
  });
}

/** What the rules of each mark ask for. */
function marksIn(page: string): Map<string, Kind[]> {
  const marks = new Map<string, Kind[]>();
  for (const [, css = ''] of page.matchAll(/<style>([\s\S]*?)<\/style>/g))
    for (const [, part = '', mark = ''] of css.matchAll(markedPart))
      marks.set(mark, [...(marks.get(mark) ?? []), readPart(part)]);
  return marks;
}

function elementsOf(page: string): Kind[] {
  return [...page.matchAll(startTag)].map(([, tag = '', attributes = '']) => ({
    tag,
    classes: / class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [],
  }));
}

/** `li.note[lang]` asks for `li` and `note`. Attributes and states are not read: it takes rather too many elements than too few. */
function readPart(part: string): Kind {
  const named = part.replaceAll(/\[[^\]]*\]|::?[\w-]+/g, '');
  return {
    tag: /^[a-z][\w-]*/.exec(named)?.[0] ?? '',
    classes: [...named.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name),
  };
}

function takes(part: Kind, { tag, classes }: Kind): boolean {
  return (part.tag === '' || part.tag === tag) && part.classes.every((name) => classes.includes(name));
}
