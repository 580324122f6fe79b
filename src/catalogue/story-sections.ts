/** What the five sections of a story are for, in their order. The page adds Monday, the board, questions and sources after them. */
export const sectionRoles = ['happened', 'same', 'unseen', 'did', 'forgotten'] as const;

export type SectionRole = (typeof sectionRoles)[number];

/** The headings that a story has where it names none of its own. */
const usualHeadings: Record<SectionRole, string> = {
  happened: 'What happened',
  same: 'Where you may be the same',
  unseen: 'Why nobody saw it',
  did: 'Who did what',
  forgotten: 'What was forgotten',
};

/** The headings that a case names in its front matter, by what the section is for. */
export type OwnHeadings = { [Role in SectionRole]?: string | undefined };

/** The five headings of a story, in their order. */
export function headingsOf(own: OwnHeadings = {}): string[] {
  return sectionRoles.map((role) => own[role] ?? usualHeadings[role]);
}

export const storySections: readonly string[] = headingsOf();

const headingLine = /^##\s+(.+?)\s*$/m;

export function headingsIn(body: string): string[] {
  return [...body.matchAll(new RegExp(headingLine, 'gm'))].map((match) => match[1] ?? '');
}

/** The prose below each heading of a story, by what the section is for: the order says it, whatever the headings. Pure. */
export function proseByRole(body: string): Record<SectionRole, string> {
  const parts = body.split(headingLine);
  const at = (index: number) => parts[2 * index + 2] ?? '';
  return { happened: at(0), same: at(1), unseen: at(2), did: at(3), forgotten: at(4) };
}
