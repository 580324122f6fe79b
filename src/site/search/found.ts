import type { OtherRecord } from '#search/search-file.ts';
import { foundInOf, reasonOf, type Spoken } from './spoken.ts';

/** A case that a query found: why, in words of the vocabulary, the place in its story, and in which language, if not in the page's own. */
export type FoundCase = { id: string; reasons: readonly string[]; excerpt: string; foundIn: string | undefined };

/** What a query found, best first; `isClose` where more than a word is shared. */
export type Found = { cases: readonly FoundCase[]; others: readonly OtherRecord[]; isClose: boolean };

/** The words of an excerpt, with what matched marked; any other markup is dropped. */
function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.tagName !== 'MARK')
      return document.createTextNode(node.textContent ?? '');
    return Object.assign(document.createElement('mark'), { textContent: node.textContent });
  });
}

/** More than this and a reason stops being one. */
const mostReasons = 3;

/** Says under an entry why it was found. */
export function fillWhy(item: HTMLElement, found: FoundCase | undefined, spoken: Spoken): void {
  const why = item.querySelector<HTMLElement>('.why');
  if (!why) return;
  const reason = reasonOf(spoken, found?.reasons.slice(0, mostReasons) ?? [], document.documentElement.lang);
  const elsewhere = found?.foundIn ? foundInOf(spoken, found.foundIn, document.documentElement.lang) : '';
  const excerpt = found?.excerpt.includes('<mark>') ? excerptNodes(`… ${found.excerpt} …`) : [];
  why.replaceChildren(...[reason, elsewhere].flatMap((text) => (text ? [`${text} `] : [])), ...excerpt);
  why.hidden = why.childNodes.length === 0;
}

const mostListed = 6;

/** Lessons and questions that the same words found. */
export function listOthers(section: HTMLElement, others: readonly OtherRecord[], spoken: Spoken): void {
  section.hidden = others.length === 0;
  section.querySelector('ul')?.replaceChildren(
    ...others.slice(0, mostListed).map(({ kind, path, title, text }) => {
      const item = document.createElement('li');
      const label = Object.assign(document.createElement('span'), { className: 'label', textContent: spoken[kind] });
      const link = Object.assign(document.createElement('a'), { href: path, textContent: title });
      item.append(label, document.createElement('br'), link);
      if (text) item.append(Object.assign(document.createElement('p'), { className: 'ui', textContent: text }));
      return item;
    }),
  );
}
