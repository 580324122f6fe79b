/** Whether scripts that are files of their own run on the page: such may write anything into it. */
export function fetchesScripts(page: string): boolean {
  return /<script\b[^>]*\ssrc=|\bimport\s*\(?["']/.test(page);
}
