/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The joined parts; the server passes them to every on-demand page. */
    house: import('./compose.ts').House;
    /** Address of the signed-in trainer, on pages below /desk. */
    trainer?: string;
    /** The case whose story is being rendered; the elements in the story read it from here. */
    caseOnPage?: import('./components/case/case-on-page.ts').CaseOnPage;
  }
}
