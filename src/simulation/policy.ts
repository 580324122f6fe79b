import type { PolicyId } from '#core/evidence/names.ts';
import type { History } from './history.ts';
import type { Organisation } from './organisation.ts';

/** How many e-mails a week allows: to one person, and to all together. */
export type Allowance = { perPerson: number; total: number };

/** What a policy is given: the organisation's files and the history of e-mails and answers. Nothing of the true memories. */
export type Desk = {
  organisation: Organisation;
  history: History;
  seed: number;
  /** What the setting allows on average. */
  mailsPerPersonWeek: number;
};

/** Chooses the arms to ask in each week. */
export type Policy = {
  id: PolicyId;
  choose: (week: number, allowance: Allowance) => readonly number[];
  /** Told of each answer before the history is, so that what was believed can be compared with what came. */
  answering?: (arm: number, week: number, right: boolean) => void;
  /** Told of each e-mail that was not answered, before the history is. */
  unanswered?: (arm: number, week: number) => void;
  /** Told of each answer, after the history was. */
  answered?: (arm: number, week: number, right: boolean) => void;
  /** Chance that an answer in this week would be right, where the policy predicts it. */
  predicts?: (arm: number, week: number) => number;
  /** Told when a person was replaced. */
  forget?: (person: number) => void;
};
