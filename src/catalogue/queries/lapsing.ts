import type { Catalogue, CatalogueCase } from '../catalogue.ts';

/** A fact that holds to a day and no longer, and where an author finds it. */
export type Lapsing = { file: string; field: string; validUntil: string; says: string };

type Ending = { validUntil?: string | undefined };

/** Every fact of the cases and instruments that holds to a day, the first to lapse first. Pure. */
export function lapsingFacts({ cases, instruments }: Pick<Catalogue, 'cases' | 'instruments'>): Lapsing[] {
  return [
    ...cases.flatMap(lapsingInCase),
    ...instruments.flatMap((entry) => ending(`instruments/${entry.id}.yaml`, 'validUntil', entry, entry.title)),
  ].sort((a, b) => a.validUntil.localeCompare(b.validUntil));
}

/** Those that hold no longer on a day, `2026-11-28`. Pure. */
export function lapsedFacts(catalogue: Pick<Catalogue, 'cases' | 'instruments'>, today: string): Lapsing[] {
  return lapsingFacts(catalogue).filter(({ validUntil }) => validUntil < today);
}

/** Every such fact of one case. */
export function lapsingInCase(
  entry: Pick<CatalogueCase, 'id' | 'impact' | 'timeline' | 'contrast' | 'questions' | 'mail'>,
): Lapsing[] {
  const { id, impact, timeline, contrast, questions, mail } = entry;
  const index = `cases/${id}/index.mdx`;
  return [
    ...impact.flatMap((fact, at) => ending(index, `impact[${at + 1}]`, fact, `${fact.figure} ${fact.unit}`)),
    ...timeline.flatMap((fact, at) => ending(index, `timeline[${at + 1}]`, fact, fact.text)),
    ...ending(index, 'contrast.left', contrast.left, contrast.left.text),
    ...ending(index, 'contrast.right', contrast.right, contrast.right.text),
    ...questions.flatMap((question) =>
      ending(`cases/${id}/questions.yaml`, question.id.replace(`${id}/`, ''), question, question.subject),
    ),
    ...ending(`cases/${id}/mail.yaml`, 'validUntil', mail, mail.subject),
  ];
}

function ending(file: string, field: string, { validUntil }: Ending, says: string): Lapsing[] {
  return validUntil === undefined ? [] : [{ file, field, validUntil, says }];
}
