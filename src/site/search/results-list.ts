/** Shows `wanted` in their order and hides the rest. An entry that stands right is not moved, so that it keeps the keyboard. */
export function showInOrder(list: HTMLElement, all: readonly HTMLElement[], wanted: readonly HTMLElement[]): void {
  const shown = new Set(wanted);
  for (const item of all) item.hidden = !shown.has(item);
  let place = list.firstElementChild;
  for (const item of wanted) {
    while (place instanceof HTMLElement && place.hidden) place = place.nextElementSibling;
    if (item === place) place = place.nextElementSibling;
    else list.insertBefore(item, place);
  }
}

/** Words to try instead, as buttons that type them. */
export function offerWords(place: HTMLElement, words: readonly string[]): void {
  place.replaceChildren(
    ...words.flatMap((word) => [
      Object.assign(document.createElement('button'), { type: 'button', className: 'linked', textContent: word }),
      ' ',
    ]),
  );
}

export function showCounts(library: HTMLElement, counts: Record<string, Record<string, number>>): void {
  for (const place of library.querySelectorAll<HTMLElement>('[data-facet] [data-count]')) {
    const facet = place.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
    const count = counts[facet]?.[place.dataset.count ?? ''] ?? 0;
    place.textContent = String(count);
    place.parentElement?.classList.toggle('empty', count === 0);
  }
}
