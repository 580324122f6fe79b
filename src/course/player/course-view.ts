import type { CourseData, PlayerWords } from '../course-data.ts';
import type { Begun } from './learning-record.ts';
import type { Outcome, Progress } from './progress.ts';

type OnAnswer = (questionId: string, choice: string) => void;

/** The page as somebody sees it: every telling stands in it, one is shown, and all of them show the same answers. */
export class CourseView {
  private readonly data: CourseData;
  private readonly troubles = new Set<string>();
  private againAtOnce = true;

  constructor(data: CourseData) {
    this.data = data;
  }

  readonly tellTrouble = (what: string): void => {
    this.troubles.add(what);
    for (const [language, words] of this.eachTelling()) {
      const box = language.querySelector<HTMLElement>('[data-trouble]');
      if (!box) continue;
      box.textContent = `${words.trouble} ${[...this.troubles].slice(-3).join('; ')}`;
      box.hidden = false;
    }
  };

  open({ languages, counts, againAtOnce, returnUrl }: Begun, isAlone: boolean): void {
    this.againAtOnce = againAtOnce;
    this.speak(languages);
    for (const button of document.querySelectorAll<HTMLElement>('[data-speak]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.speak([button.dataset['speak'] ?? '']));
    }
    for (const [telling, words] of this.eachTelling()) {
      const note = telling.querySelector<HTMLElement>('[data-note]');
      if (note && !counts) {
        note.textContent = isAlone ? words.alone : words.notCounted;
        note.hidden = false;
      }
      const leave = telling.querySelector<HTMLElement>('[data-leave]');
      if (leave) leave.hidden = returnUrl === null;
      if (leave && returnUrl) leave.dataset['leave'] = returnUrl;
    }
  }

  /** Opening a choice is choosing it; the first one counts. */
  onAnswer(act: OnAnswer): void {
    for (const choice of document.querySelectorAll<HTMLDetailsElement>('[data-choice]')) {
      choice.querySelector('summary')?.addEventListener('click', () => {
        act(choice.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? '', choice.dataset['choice'] ?? '');
      });
    }
  }

  onAgain(act: () => void): void {
    for (const button of document.querySelectorAll<HTMLElement>('[data-again]')) {
      button.addEventListener('click', () => {
        act();
        document.querySelector<HTMLElement>('[data-telling]:not([hidden])')?.scrollIntoView();
      });
    }
  }

  onLeave(act: (returnUrl: string) => Promise<void>): void {
    for (const button of document.querySelectorAll<HTMLElement>('[data-leave]')) {
      button.addEventListener('click', () => void act(button.dataset['leave'] ?? ''));
    }
  }

  show(progress: Progress, outcome: Outcome | null, passMark: number): void {
    for (const list of document.querySelectorAll<HTMLElement>('[data-question]')) {
      const chosen = progress.get(list.dataset['question'] ?? '');
      list.classList.toggle('answered', chosen !== undefined);
      for (const choice of list.querySelectorAll<HTMLDetailsElement>('[data-choice]')) {
        choice.classList.toggle('chosen', choice.dataset['choice'] === chosen);
        if (chosen === undefined) choice.open = false;
      }
      this.reopen(list, chosen);
    }
    for (const [telling, words] of this.eachTelling()) {
      const done = telling.querySelector<HTMLElement>('[data-done]');
      if (done) done.textContent = fill(words.answered, { done: progress.size, all: this.data.questions.length });
      this.showOutcome(telling, words, outcome, passMark);
    }
  }

  /** After a return the chosen answer stands open, as it was left. */
  private reopen(list: HTMLElement, chosen: string | undefined): void {
    const choices = [...list.querySelectorAll<HTMLDetailsElement>('[data-choice]')];
    const isUntouched = choices.every(({ open }) => !open) && list.closest('[hidden]') === null;
    const choice = choices.find(({ dataset }) => dataset['choice'] === chosen);
    // Where it was just pressed, the browser opens it itself.
    if (choice && isUntouched && !document.documentElement.hasAttribute('data-ready')) choice.open = true;
  }

  private showOutcome(telling: HTMLElement, words: PlayerWords, outcome: Outcome | null, passMark: number): void {
    const box = telling.querySelector<HTMLElement>('[data-outcome]');
    if (!box) return;
    box.hidden = outcome === null;
    if (!outcome) return;
    const figures = { right: outcome.right, all: outcome.all, mark: Math.round(passMark * 100) };
    const said = box.querySelector('[data-said]');
    if (said) said.textContent = fill(outcome.passed ? words.passed : words.failed, figures);
    const again = box.querySelector<HTMLElement>('[data-again]');
    if (again) again.hidden = outcome.passed || !this.againAtOnce;
    const later = box.querySelector<HTMLElement>('[data-later]');
    if (later) later.hidden = outcome.passed || this.againAtOnce;
  }

  /** Shows the first of these languages that the course is told in. Without one it stays as it is. */
  private speak(wanted: readonly string[]): void {
    const tellings = [...document.querySelectorAll<HTMLElement>('[data-telling]')];
    const found = wanted
      .map((tag) => tellings.find(({ lang }) => lang === tag.toLowerCase().split(/[-_]/, 1)[0]))
      .find((telling) => telling !== undefined);
    const shown = found ?? tellings[0];
    for (const telling of tellings) telling.hidden = telling !== shown;
    if (!shown) return;
    document.documentElement.lang = shown.lang;
    document.title = shown.querySelector('h1')?.textContent ?? document.title;
    for (const button of document.querySelectorAll<HTMLElement>('[data-speak]')) {
      button.setAttribute('aria-pressed', String(button.dataset['speak'] === shown.lang));
    }
  }

  private eachTelling(): [HTMLElement, PlayerWords][] {
    return [...document.querySelectorAll<HTMLElement>('[data-telling]')].flatMap((telling) => {
      const words = this.data.words[telling.lang];
      return words ? [[telling, words] satisfies [HTMLElement, PlayerWords]] : [];
    });
  }
}

function fill(sentence: string, figures: Record<string, number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(figures[name] ?? place));
}
