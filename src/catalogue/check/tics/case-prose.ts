import type { CaseFolder } from '../../assemble.ts';
import { paragraphsOf, plainText, sentencesOf } from '../../story-body.ts';
import { proseByRole, type SectionRole, sectionRoles } from '../../story-sections.ts';

/** A case as its sentences: each section from its first to its last, the mail, and what is asked. */
export type CaseProse = {
  id: string;
  sections: Record<SectionRole, string[]>;
  mail: string[];
  scenes: string[];
  asks: string[];
};

/** The sentences of a case, without citations and elements. Pure. */
export function caseProse({
  id,
  body,
  mail,
  questions,
}: Pick<CaseFolder, 'id' | 'body' | 'mail' | 'questions'>): CaseProse {
  const prose = proseByRole(body);
  const sentences = (role: SectionRole) => paragraphsOf(prose[role]).flatMap(sentencesOf).map(plainText);
  return {
    id,
    sections: {
      happened: sentences('happened'),
      same: sentences('same'),
      unseen: sentences('unseen'),
      did: sentences('did'),
      forgotten: sentences('forgotten'),
    },
    mail: mail.story.flatMap(sentencesOf).map(plainText),
    scenes: questions.map(({ scene }) => scene),
    asks: questions.map(({ ask }) => ask),
  };
}

/** Every sentence of the story. */
export function storySentences({ sections }: CaseProse): string[] {
  return sectionRoles.flatMap((role) => sections[role]);
}
