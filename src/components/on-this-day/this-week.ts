import '#components/states/check-before-use.ts';
import { comingDays, foremost, inComingDays, monthSlugOf } from '#catalogue/queries/days-of-year.ts';
import { areToldMoments, type ToldMoment } from '#site/on-this-day/told-moment.ts';

/** The page is built once and read for weeks: the reader's own day says which seven days are meant. Where their months cannot be had, the links to all months stay. */
class ThisWeek extends HTMLElement {
  connectedCallback(): void {
    this.show().catch(() => this.querySelector('ol')?.setAttribute('hidden', ''));
  }

  private async show(): Promise<void> {
    const today = localDay(new Date());
    const slugs = [...new Set(comingDays(today).map(({ day }) => monthSlugOf(day)))];
    const months = await Promise.all(slugs.map((slug) => fetchMonth(`${this.dataset['months']}${slug}.json`)));
    const moments = foremost(inComingDays(months.flat(), today), Number(this.dataset['most']));
    this.querySelector('ol')?.replaceChildren(...moments.map((moment) => this.lineOf(moment)));
    this.querySelector('.quiet')?.toggleAttribute('hidden', moments.length > 0);
    for (const link of this.querySelectorAll<HTMLElement>('.this-month'))
      link.hidden = link.dataset['month'] !== slugs[0];
  }

  private lineOf(moment: ToldMoment & { years: number }): Node {
    const line = this.querySelector('template')?.content.cloneNode(true);
    if (!(line instanceof DocumentFragment)) throw new TypeError('the list has no template of a line');
    const ago = moment.years === 1 ? this.dataset['agoOne'] : this.dataset['ago']?.replace('#', String(moment.years));
    const texts = {
      '.date': moment.date,
      '.ago': ago ?? '',
      '.text': moment.text,
      '.held': moment.held?.says ?? '',
      '.event': moment.event,
      a: moment.title,
    };
    for (const [selector, text] of Object.entries(texts)) {
      const place = line.querySelector(selector);
      if (place) place.textContent = text;
    }
    line.querySelector('time')?.setAttribute('datetime', moment.on);
    line.querySelector('a')?.setAttribute('href', moment.href);
    line.querySelector('.held')?.setAttribute('data-from', moment.held?.from ?? '');
    if (moment.lang) line.querySelector('.told')?.setAttribute('lang', moment.lang);
    return line;
  }
}

async function fetchMonth(address: string): Promise<ToldMoment[]> {
  const response = await fetch(address);
  const moments: unknown = response.ok ? await response.json() : null;
  if (!areToldMoments(moments)) throw new TypeError(`${address} holds no moments: ${response.status}`);
  return moments;
}

/** `2026-12-01` by the clock on the wall. */
function localDay(now: Date): string {
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

customElements.define('this-week', ThisWeek);
