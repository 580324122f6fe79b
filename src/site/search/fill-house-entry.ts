import type { HouseEntry } from './house-entry.ts';
import type { Spoken } from './spoken.ts';

/** Makes of a copy of another entry of the list (CaseEntry.astro) that of a case of the house. */
export function fillHouseEntry(copy: Node, entry: HouseEntry, spoken: Spoken): HTMLElement {
  if (!(copy instanceof HTMLElement)) throw new Error('an entry of the library is no element');
  copy.dataset['case'] = entry.facts.id;
  copy.hidden = false;
  for (const part of copy.querySelectorAll('[lang]')) part.removeAttribute('lang');
  const told = entry.lang === document.documentElement.lang ? '' : entry.lang;
  const say = (selector: string, text: string, lang: string) => {
    const place = copy.querySelector<HTMLElement>(selector);
    if (!place) return;
    place.textContent = text;
    if (lang !== '') place.lang = lang;
  };
  say('.when', entry.when, '');
  say('.what a', entry.title, told);
  copy.querySelector('.what a')?.setAttribute('href', entry.path);
  say('.dek', entry.dek, told);
  say('.figure b', entry.figure?.figure ?? '', told);
  say('.figure span', entry.figure?.unit ?? '', told);
  const [sample] = copy.querySelectorAll('.kicker li');
  const kicker = [spoken.house, ...entry.kicker].filter(Boolean).map((text) => {
    const item = sample?.cloneNode() ?? document.createElement('li');
    item.textContent = text;
    return item;
  });
  copy.querySelector('.kicker')?.replaceChildren(...kicker);
  copy.querySelector('.why')?.replaceChildren();
  return copy;
}
