/** A page is built once and read for months: the reader's own day decides whether a check has grown too old. */
class CheckBeforeUse extends HTMLElement {
  connectedCallback(): void {
    const today = new Date().toISOString().slice(0, 10);
    const { from } = this.dataset;
    if (from && from <= today) this.hidden = false;
  }
}

customElements.define('check-before-use', CheckBeforeUse);
