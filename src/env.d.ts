/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The joined parts; the server passes them to every on-demand page. */
    app: import('#server/app-context.ts').AppContext;
    /** What is shown where a page could not be made; the server passes it too. */
    problemPages: import('#server/http/problem-pages.ts').ProblemPages;
    /** The language the page speaks: that of its address, or of the person a mail went to. */
    language?: import('#i18n/languages.ts').Language;
    /** The language the article of the page is told in, where nobody has translated it into that of the page. */
    articleLanguage?: import('#i18n/languages.ts').Language;
    /** Address of the signed-in trainer, on pages below /desk. */
    trainer?: string;
    /** What they are on the desk; with `trainer`. */
    standings?: ReadonlySet<import('#core/privacy/desk-roles.ts').Standing>;
    /** A form that the store did not take, on the page that gives it back. */
    unsaved?: import('#server/http/unsaved-form.ts').UnsavedForm;
    /** An address of the desk where it leads somewhere for them, and nothing where it does not; with `trainer`. */
    wayTo: (address: string) => string | undefined;
    /** The teams this trainer may see and change; on pages below /desk but for the way in, which ask it alone. */
    desk: import('#server/desk/desk.ts').Desk;
    /** The case whose story is being rendered; the elements in the story read it from here. */
    caseOnPage?: import('#components/case/case-on-page.ts').CaseOnPage;
  }
}
