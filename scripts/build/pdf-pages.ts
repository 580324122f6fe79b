/** The number of pages of a PDF as Chromium writes it: its page objects stand uncompressed, one for each page. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}
