import { didYouMean } from '#core/text/did-you-mean.ts';
import type { CaseFolder } from '../../assemble.ts';
import type { Contested } from '../../schema/contested.ts';
import { type ContentFault, dangling } from '../content-fault.ts';
import { type CaseText, caseTexts } from './case-texts.ts';
import { holdsPhrase } from './phrase-pattern.ts';

/** Texts that use a contested claim without saying so, or without its hedge. Pure. */
export function checkContested(folder: CaseFolder): ContentFault[] {
  const claims = folder.frontMatter.contested;
  const known = claims.map(({ id }) => id);
  return caseTexts(folder).flatMap((text) => [
    ...(text.declared ?? [])
      .filter((id) => !known.includes(id))
      .map((id) => dangling(text.file, `${text.field}.contested`, id, unknownClaim(id, known))),
    ...claims.flatMap((claim) => claimFaults(text, claim)),
  ]);
}

function unknownClaim(id: string, known: readonly string[]): string {
  return known.length === 0 ? 'Mark the claim under contested in index.mdx first.' : didYouMean(id, known);
}

function claimFaults(text: CaseText, claim: Contested): ContentFault[] {
  const speaking = text.parts.filter((part) => holdsPhrase(part, claim.terms));
  const declared = text.declared?.includes(claim.id) ?? false;
  if (speaking.length === 0 && !declared) return [];
  return [
    ...(declared || text.declared === null ? [] : [undeclared(text, claim)]),
    ...(carriesHedge(text, speaking, claim) ? [] : [unhedged(text, claim)]),
  ];
}

/** Each part that speaks of the claim does, or what is read before it; where no part is known to speak of it, one of them. */
function carriesHedge({ lead, parts }: CaseText, speaking: readonly string[], { hedgeWords }: Contested): boolean {
  const hedged = (part: string) => holdsPhrase(`${lead} ${part}`, hedgeWords);
  return speaking.length > 0 ? speaking.every(hedged) : parts.some(hedged);
}

function undeclared({ file, field }: CaseText, { id, claim }: Contested): ContentFault {
  return {
    file,
    field,
    wrong: `it speaks of what is contested ("${claim}") and does not say so`,
    mend: `Add contested: [${id}] to it.`,
  };
}

function unhedged({ file, field }: CaseText, { claim, hedge, hedgeWords }: Contested): ContentFault {
  return {
    file,
    field,
    wrong: `it tells as certain what is contested ("${claim}")`,
    mend: `Let it carry the hedge, "${hedge}", by one of these words: ${hedgeWords.join(', ')}.`,
  };
}
