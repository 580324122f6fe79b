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

/** What the list is narrowed by, as buttons that take it away. */
export function showChosen(
  place: HTMLElement,
  boxes: readonly HTMLInputElement[],
  remove: (label: string) => string,
): void {
  const chips = boxes.map((box) => {
    const label = box.parentElement?.querySelector('span')?.textContent ?? box.value;
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: `${label} ×` });
    button.ariaLabel = remove(label);
    button.addEventListener('click', () => box.click());
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  place.replaceChildren(...chips);
  place.hidden = chips.length === 0;
}

export function showCounts(library: HTMLElement, counts: Record<string, Record<string, number>>): void {
  for (const place of library.querySelectorAll<HTMLElement>('[data-facet] [data-count]')) {
    const facet = place.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
    const count = counts[facet]?.[place.dataset.count ?? ''] ?? 0;
    place.textContent = String(count);
    place.parentElement?.classList.toggle('empty', count === 0);
    // What nothing fits is no choice; what is chosen stays, so that it can be taken back.
    const box = place.parentElement?.querySelector('input');
    if (place.parentElement) place.parentElement.hidden = count === 0 && box?.checked !== true;
  }
}
