import { caseOfDay } from './day-case.ts';

/** The page is built once and read for weeks: the reader's own day chooses among the cases that came with it. */
class TodaysCase extends HTMLElement {
  connectedCallback(): void {
    const cases = [...this.querySelectorAll<HTMLElement>('[data-of-day]')];
    const today = caseOfDay(new Date(), cases.length);
    for (const [index, entry] of cases.entries()) entry.hidden = index !== today;
  }
}

customElements.define('todays-case', TodaysCase);
