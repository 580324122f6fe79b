/** What the tapped answer is called in a link: one letter, so that a link fits the 80 columns of a terminal and is not broken before the answer. */
const tapped = 'c';

/** Mails that left before December 2026 call it so. */
const formerly = 'choice';

/** The link of one answer, in a template. */
export function answerLink(choice: string): string {
  return `%%answerUrl%%?${tapped}=${choice}`;
}

/** The answer that was tapped in a mail, from the address that its link opened. */
export function tappedAnswer(parameters: URLSearchParams): string | null {
  return parameters.get(tapped) ?? parameters.get(formerly);
}
