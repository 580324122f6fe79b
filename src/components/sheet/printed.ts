import type { Language } from '#i18n/languages.ts';

/** The build looks for a browser, and for the letters of each language, before it makes the pages; in development none is printed. */
export function isPrinted(language: Language): boolean {
  return (process.env['SHEETS_PRINTED_IN'] ?? '').split(' ').includes(language);
}

/** A sheet's PDF stands beside its page. */
export function pdfOf(sheetAddress: string): string {
  return sheetAddress.replace(/\/$/, '.pdf');
}
