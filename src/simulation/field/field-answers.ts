import { askedBy, type NudgeKind } from '#core/planning/nudge-kinds.ts';
import { chance, uses } from '../chance.ts';
import type { LogEntry } from './field-log.ts';
import type { FieldPerson } from './field-organisation.ts';
import type { Meeting } from './worlds/trace.ts';

/** Chance of hitting the right one of four answers without knowing, and of missing it although one knows. */
export const guessChance = 0.25;
export const slipChance = 0.05;

/** What reading teaches in these worlds, as a share of an answer; the planner believes half of it. */
export const readingTeaches = 0.3;

/** Of those who read a mail and do not answer, so many say that they have read it. */
const tellsOfReading = 0.3;

/** Of those who guess, so many say that it was a guess; of those who recall, so many that they are sure. */
const saysGuess = 0.5;
const saysSure = 0.4;

/** What came of one mail: what it taught, what the log got, and the answer as the planner's files show it. */
export type Reaction = { meeting: Meeting | null; entry: LogEntry | null; answer: string | null };

export type Occurrence = {
  seed: number;
  person: FieldPerson;
  /** The number of the pair of person and lesson: luck depends on it and the day alone. */
  arm: number;
  day: number;
  at: number;
  lessonId: string;
  kind: NudgeKind;
  /** True chance of recall. */
  recall: number;
};

const ignored: Reaction = { meeting: null, entry: null, answer: null };

export function reactionTo(mail: Occurrence): Reaction {
  const { seed, person, day } = mail;
  if (person.absences.some(({ from, until }) => from <= day && day <= until)) return ignored;
  const answers = chance(seed, uses.fieldAnswers, person.id, day) < person.answerRate;
  if (!answers) return unanswered(mail);
  return askedBy[mail.kind] === 'step' ? toStep(mail) : toQuestion(mail);
}

function unanswered({ seed, person, day, at, lessonId, kind }: Occurrence): Reaction {
  if (chance(seed, uses.fieldReads, person.id, day) >= person.readingRate) return ignored;
  const tells = askedBy[kind] === 'question' && chance(seed, uses.fieldReads, person.id, day + 0.5) < tellsOfReading;
  return { meeting: reading, entry: tells ? { kind: 'reading', lessonId, at } : null, answer: null };
}

const reading: Meeting = { recalled: false, share: readingTeaches };

/** A step asks nothing of memory: it is read, and most say that they will. */
function toStep({ seed, arm, day, at, lessonId }: Occurrence): Reaction {
  const luck = chance(seed, uses.fieldRecalls, arm, day);
  const answer = luck < 0.6 ? 'will' : luck < 0.8 ? 'done' : 'cannot';
  return { meeting: reading, entry: { kind: 'reading', lessonId, at }, answer };
}

function toQuestion({ seed, arm, day, at, lessonId, kind, recall }: Occurrence): Reaction {
  const recalled = chance(seed, uses.fieldRecalls, arm, day) < recall;
  const slips = chance(seed, uses.fieldSlips, arm, day);
  const right = recalled ? slips >= slipChance : slips < guessChance;
  const said = chance(seed, uses.fieldSureness, arm, day);
  const sureness = recalled ? (said < saysSure ? 'sure' : 'fairly') : said < saysGuess ? 'guess' : 'fairly';
  const form = askedBy[kind] === 'comparison' ? 'comparison' : 'question';
  return {
    meeting: { recalled, share: 1 },
    entry: { kind: form, lessonId, at, recollection: { right, sureness } },
    answer: right ? 'right' : 'wrong',
  };
}
