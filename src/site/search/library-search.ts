import { answersTo, warm } from './ask.ts';
import { fetchHouse } from './fetch-house.ts';
import { fillHouseEntry } from './fill-house-entry.ts';
import { type Found, fillWhy, listOthers } from './found.ts';
import type { HouseEntry } from './house-entry.ts';
import * as narrow from './narrow.ts';
import { offerWords, showChosen, showCounts, showInOrder } from './results-list.ts';
import { fill, type Spoken, tallyOf } from './spoken.ts';

type Entry = { facts: narrow.LibraryCase; item: HTMLElement };
type PageData = { cases: narrow.LibraryCase[]; spoken: Spoken };

/** Where nothing is close, these few are shown beside saying so: what was typed may mean one of them all the same. */
const mostFar = 3;

/** Search as you type over the list that is already on the page: it sorts, hides and explains the entries, and adds only those of the house. */
class LibrarySearch extends HTMLElement {
  private entries: Entry[] = [];
  private data: PageData | undefined;
  private asked = 0;

  connectedCallback(): void {
    this.entries = this.page.cases.map((facts) => ({ facts, item: this.one(`[data-case="${facts.id}"]`) }));
    this.listen();
    this.restore();
    void this.addHouse();
  }

  /** Whoever is signed in on the desk finds what the house wrote among the rest. */
  private async addHouse(): Promise<void> {
    const house = await fetchHouse(this.language);
    if (!house || house.entries.length === 0) return;
    for (const entry of house.entries) this.addEntry(entry);
    void this.show();
  }

  private addEntry(entry: HouseEntry): void {
    const [pattern] = this.entries;
    if (!pattern) return;
    const item = fillHouseEntry(pattern.item.cloneNode(true), entry, this.page.spoken);
    const after = this.entries.findIndex(({ facts }) => (facts.facets.year[0] ?? '') <= entry.year);
    const place = after === -1 ? this.entries.length : after;
    this.one('.results').insertBefore(item, this.entries[place]?.item ?? null);
    this.entries.splice(place, 0, { facts: entry.facts, item });
  }

  private listen(): void {
    const { input, form } = this;
    input.addEventListener('focus', () => warm(this.language), { once: true });
    input.addEventListener('input', () => this.change('replace'));
    form.addEventListener('change', (event) => event.target !== input && this.change('push'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change('push');
    });
    const none = narrow.readState(new URLSearchParams()).selection;
    this.one('.clear').addEventListener('click', () => this.goTo({ query: '', selection: none }));
    this.one('.drop').addEventListener('click', () => this.goTo({ query: input.value, selection: none }));
    this.one('.near').addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.goTo({ ...this.state(), query: target.textContent ?? '' });
    });
    this.one('.more').addEventListener('click', () => this.toggleFacets());
    window.addEventListener('popstate', () => this.restore());
  }

  private get page(): PageData {
    const data: PageData = this.data ?? JSON.parse(this.one('script[type="application/json"]').textContent ?? '{}');
    this.data = data;
    return data;
  }

  private get input(): HTMLInputElement {
    return this.one('#q', HTMLInputElement);
  }

  private get form(): HTMLFormElement {
    return this.one('form', HTMLFormElement);
  }

  private get language(): string {
    return document.documentElement.lang;
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

  private state(): narrow.LibraryState {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) params.append(name, String(value));
    return narrow.readState(params);
  }

  private restore(): void {
    this.fill(narrow.readState(new URLSearchParams(location.search)));
    void this.show();
  }

  private fill(state: narrow.LibraryState): void {
    this.input.value = state.query;
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-facet] input')) {
      const chosen = Object.entries(state.selection).find(([name]) => name === box.name)?.[1] ?? [];
      box.checked = chosen.includes(box.value);
    }
    // What is chosen is seen.
    for (const folded of this.querySelectorAll<HTMLDetailsElement>('[data-facet] details:has(:checked)'))
      folded.open = true;
  }

  private goTo(state: narrow.LibraryState): void {
    this.fill(state);
    this.change('push');
    this.input.focus();
  }

  private change(how: 'push' | 'replace'): void {
    const address = location.pathname + narrow.writeState(this.state());
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.show();
  }

  private async show(): Promise<void> {
    const state = this.state();
    this.asked += 1;
    const asked = this.asked;
    const isOvertaken = () => asked !== this.asked;
    if (!state.query) return this.render(state, undefined);
    const library = this.entries.map(({ facts, item }) => ({ facts, text: () => item.textContent ?? '' }));
    for await (const found of answersTo(this.input.value, this.language, library, isOvertaken)) {
      if (isOvertaken()) return;
      this.render(state, found);
    }
  }

  private render(state: narrow.LibraryState, found: Found | undefined): void {
    const { spoken } = this.page;
    const isFar = found?.isClose === false;
    const listed = isFar ? found.cases.slice(0, mostFar) : found?.cases;
    const ordered = listed
      ? listed.flatMap(({ id }) => this.entries.filter(({ facts }) => facts.id === id))
      : this.entries;
    const shown = ordered.filter(({ facts }) => narrow.fits(facts, state.selection));
    showInOrder(
      this.one('.results'),
      this.entries.map(({ item }) => item),
      shown.map(({ item }) => item),
    );
    for (const { facts, item } of shown)
      fillWhy(
        item,
        found?.cases.find(({ id }) => id === facts.id),
        spoken,
      );
    const facts = ordered.map((entry) => entry.facts);
    showCounts(this, narrow.countFacets(facts, state.selection));
    const chosen = [...this.querySelectorAll<HTMLInputElement>('[data-facet] input:checked')];
    showChosen(this.one('.chosen'), chosen, (label) => fill(spoken.remove, { label }));
    this.renderTally(state, shown.length, isFar);
    const others = narrow.chosenCount(state.selection) === 0 ? found?.others : undefined;
    listOthers(this.one('.also'), others ?? [], spoken);
  }

  private renderTally({ query, selection }: narrow.LibraryState, count: number, isFar: boolean): void {
    const { spoken } = this.page;
    const facets = narrow.chosenCount(selection);
    const tally = isFar ? fill(spoken.farTally, { query }) : tallyOf(spoken, count, query, this.language);
    this.one('[role="status"]').textContent = tally;
    this.one('.far').hidden = !isFar || count === 0;
    this.one('.far .said').textContent = fill(spoken.far, { query });
    this.one('.clear').hidden = !query && facets === 0;
    this.one('.nothing').hidden = count > 0;
    if (count > 0) return;
    const cases = this.entries.map((entry) => entry.facts);
    const close = query ? narrow.nearWords(query, cases) : [];
    const near = close.length > 0 ? close : narrow.sampleWords(cases);
    this.one('.near-lead').textContent = close.length > 0 ? spoken.near : spoken.here;
    this.one('.nothing .said').textContent = facets > 0 ? spoken.nothingNarrow : fill(spoken.nothing, { query });
    this.one('.drop').hidden = facets === 0;
    this.one('.near').hidden = near.length === 0;
    offerWords(this.one('.near-words'), near);
  }
}

customElements.define('library-search', LibrarySearch);
