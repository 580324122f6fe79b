import type { CatalogueCase } from '#catalogue/catalogue.ts';
import type { Words } from '#i18n/words.ts';

type Talk = {
  words: Words['sheet'];
  /** The names of the case's inputs, as one phrase within a sentence. */
  inputs: string;
  dependency: { id: string; label: string } | undefined;
  /** The letter of a choice that many are drawn to. */
  tempting: string;
  record: CatalogueCase['fading']['record'];
};

/** Three questions for four minutes: where we are the same, what made the wrong answer tempting, what would make us forget. */
export function talkingQuestions({ words, inputs, dependency, tempting, record }: Talk): string[] {
  return [sameWith(words, dependency, inputs), words.tempted(tempting), words.remembered[record]];
}

function sameWith(words: Words['sheet'], dependency: Talk['dependency'], inputs: string): string {
  if (!dependency) return words.samePart(inputs);
  const asked = Object.entries(words.same).find(([id]) => id === dependency.id)?.[1];
  return [asked ?? words.sameOther(dependency.label), words.samePart(inputs)].join(' ');
}

/** "Brake valves" as it stands within a sentence; "IV fluids" keeps its capitals. */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
