import { en } from '#i18n/en.ts';
import type { HitData } from './pagefind.ts';

/** The words of an excerpt, with what matched marked; any other markup is dropped. */
function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.tagName !== 'MARK')
      return document.createTextNode(node.textContent ?? '');
    return Object.assign(document.createElement('mark'), { textContent: node.textContent });
  });
}

/** Says under an entry why it was found. */
export function fillExcerpt(item: HTMLElement, hit: HitData | undefined, reason: string | undefined): void {
  const why = item.querySelector<HTMLElement>('.why');
  if (!why) return;
  const excerpt = hit?.excerpt.includes('<mark>') ? excerptNodes(`… ${hit.excerpt} …`) : [];
  why.replaceChildren(...(reason ? [`${en.library.because} ${reason}. `] : []), ...excerpt);
  why.hidden = why.childNodes.length === 0;
}

const mostListed = 6;

/** Lessons and questions that the same words found. */
export function listAlso(section: HTMLElement, hits: readonly HitData[]): void {
  const others = hits.filter((hit) => hit.meta.kind === 'lesson' || hit.meta.kind === 'question').slice(0, mostListed);
  section.hidden = others.length === 0;
  section.querySelector('ul')?.replaceChildren(
    ...others.map((hit) => {
      const item = document.createElement('li');
      const kind = hit.meta.kind === 'lesson' ? en.library.lesson : en.library.question;
      const label = Object.assign(document.createElement('span'), { className: 'label', textContent: `${kind} ` });
      const link = Object.assign(document.createElement('a'), {
        href: hit.url,
        textContent: hit.meta.title ?? hit.url,
      });
      const excerpt = Object.assign(document.createElement('p'), { className: 'ui' });
      excerpt.append(...excerptNodes(hit.excerpt));
      item.append(label, document.createElement('br'), link, excerpt);
      return item;
    }),
  );
}
