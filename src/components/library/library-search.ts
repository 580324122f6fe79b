import { en } from '#i18n/en.ts';
import { formatCount } from '#i18n/format.ts';
import { fillExcerpt, listAlso } from './found.ts';
import {
  chosenCount,
  countFacets,
  fits,
  isNamed,
  type LibraryCase,
  type LibraryState,
  nearWords,
  readState,
  reasonFor,
  sampleWords,
  writeState,
} from './narrow.ts';
import { type HitData, searchSite, warmSearch } from './pagefind.ts';

type Entry = { facts: LibraryCase; item: HTMLElement };

/** Search as you type over the list that is already on the page: it sorts, hides and explains the entries, and makes none. */
class LibrarySearch extends HTMLElement {
  private entries: Entry[] = [];
  private asked = 0;

  connectedCallback(): void {
    const data: LibraryCase[] = JSON.parse(this.one('script[type="application/json"]').textContent ?? '[]');
    this.entries = data.map((facts) => ({ facts, item: this.one(`[data-case="${facts.id}"]`) }));
    const { input, form } = this;
    input.addEventListener('focus', () => void warmSearch(), { once: true });
    input.addEventListener('input', () => this.change('replace'));
    form.addEventListener('change', (event) => event.target !== input && this.change('push'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change('push');
    });
    this.one('.clear').addEventListener('click', () =>
      this.goTo({ query: '', selection: readState(new URLSearchParams()).selection }),
    );
    this.one('.drop').addEventListener('click', () =>
      this.goTo({ query: input.value, selection: readState(new URLSearchParams()).selection }),
    );
    this.one('.near').addEventListener('click', (event) => {
      if (event.target instanceof HTMLButtonElement)
        this.goTo({ ...this.state(), query: event.target.textContent ?? '' });
    });
    this.one('.more').addEventListener('click', () => this.toggleFacets());
    window.addEventListener('popstate', () => this.restore());
    this.restore();
  }

  private get input(): HTMLInputElement {
    return this.one('#q', HTMLInputElement);
  }

  private get form(): HTMLFormElement {
    return this.one('form', HTMLFormElement);
  }

  private one<T extends HTMLElement = HTMLElement>(selector: string, kind?: new () => T): T;
  private one(selector: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
    const element = this.querySelector(selector);
    if (element instanceof kind) return element;
    throw new Error(`the library has no ${selector}`);
  }

  private toggleFacets(): void {
    const open = this.one('#facets').toggleAttribute('data-open');
    this.one('.more').setAttribute('aria-expanded', String(open));
  }

  private state(): LibraryState {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) params.append(name, String(value));
    return readState(params);
  }

  private restore(): void {
    this.fill(readState(new URLSearchParams(location.search)));
    void this.show();
  }

  private fill(state: LibraryState): void {
    this.input.value = state.query;
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-facet] input')) {
      const chosen = Object.entries(state.selection).find(([name]) => name === box.name)?.[1] ?? [];
      box.checked = chosen.includes(box.value);
    }
  }

  private goTo(state: LibraryState): void {
    this.fill(state);
    this.change('push');
    this.input.focus();
  }

  private change(how: 'push' | 'replace'): void {
    const address = location.pathname + writeState(this.state());
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.show();
  }

  private async show(): Promise<void> {
    const state = this.state();
    this.asked += 1;
    const asked = this.asked;
    const hits = state.query ? ((await searchSite(state.query)) ?? this.plainHits(state.query)) : undefined;
    // A later keystroke has overtaken this one.
    if (asked !== this.asked) return;
    this.render(state, hits);
  }

  /** Where there is no index, as in development: every typed word must stand somewhere in the entry. */
  private plainHits(query: string): HitData[] {
    const words = query.toLowerCase().split(/\s+/);
    return this.entries
      .filter(({ facts, item }) => {
        const text = `${item.textContent} ${facts.words.flat().join(' ')}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ facts }) => ({ url: '', excerpt: '', meta: { kind: 'case', id: facts.id } }));
  }

  private render(state: LibraryState, hits: HitData[] | undefined): void {
    const order = hits?.filter((hit) => hit.meta.kind === 'case').map((hit) => hit.meta.id ?? '');
    const ranked = order ? order.flatMap((id) => this.entries.filter(({ facts }) => facts.id === id)) : this.entries;
    const found = order
      ? ranked.toSorted((a, b) => Number(isNamed(b.facts, state.query)) - Number(isNamed(a.facts, state.query)))
      : ranked;
    const shown = found.filter(({ facts }) => fits(facts, state.selection));
    for (const { item } of this.entries) item.hidden = true;
    for (const entry of shown) {
      entry.item.hidden = false;
      this.one('.results').append(entry.item);
      const hit = hits?.find(({ meta }) => meta.kind === 'case' && meta.id === entry.facts.id);
      fillExcerpt(entry.item, hit, state.query ? reasonFor(entry.facts, state.query) : undefined);
    }
    this.renderCounts(
      countFacets(
        found.map(({ facts }) => facts),
        state.selection,
      ),
    );
    this.renderTally(state, shown.length);
    listAlso(this.one('.also'), state.query && chosenCount(state.selection) === 0 ? (hits ?? []) : []);
  }

  private renderCounts(counts: ReturnType<typeof countFacets>): void {
    for (const [name, values] of Object.entries(counts)) {
      for (const place of this.querySelectorAll<HTMLElement>(`[data-facet="${name}"] [data-count]`)) {
        const count = values[place.dataset.count ?? ''] ?? 0;
        place.textContent = String(count);
        place.parentElement?.classList.toggle('empty', count === 0);
      }
    }
  }

  private renderTally(state: LibraryState, count: number): void {
    const facets = chosenCount(state.selection);
    const sought = state.query ? ` for “${state.query}”` : '';
    this.one('[role="status"]').textContent = `${count === 0 ? 'No case' : formatCount(count, 'case')}${sought}`;
    this.one('.clear').hidden = !state.query && facets === 0;
    this.one('.nothing').hidden = count > 0;
    if (count > 0) return;
    const cases = this.entries.map(({ facts }) => facts);
    const close = state.query ? nearWords(state.query, cases) : [];
    const near = close.length > 0 ? close : sampleWords(cases);
    this.one('.near-lead').textContent = close.length > 0 ? en.library.near : en.library.here;
    this.one('.said').textContent = facets > 0 ? en.library.nothingNarrow : en.library.nothing(state.query);
    this.one('.drop').hidden = facets === 0;
    this.one('.near').hidden = near.length === 0;
    this.one('.near-words').replaceChildren(
      ...near.flatMap((word) => {
        const button = Object.assign(document.createElement('button'), {
          type: 'button',
          className: 'linked',
          textContent: word,
        });
        return [button, ' '];
      }),
    );
  }
}

customElements.define('library-search', LibrarySearch);
