/** Tables of the safeguard register. */

import type { OwnersAnswer } from '#core/safeguards/owners-answer.ts';
import type { SafeguardAct } from '#core/safeguards/standing.ts';
import type { Instant, LocalDateText } from './instant.ts';

/** Something that a team keeps up because of a case. What became of it stands in `safeguard_event`. */
export type SafeguardTable = {
  /** Random and short: part of the address that is printed beside the machine. */
  id: string;
  team_id: number;
  title: string;
  /** Who sees to it; null is nobody: it was never said, or whoever it was is erased. */
  owner_id: number | null;
  since: LocalDateText;
  /** Of the library or of the house’s own cases. */
  case_id: string;
  /** One sentence: what the case has to do with it. */
  reason: string;
};

/** What was done with a safeguard; append-only. */
export type SafeguardEventTable = {
  /** Random. */
  key: string;
  safeguard_id: string;
  act: SafeguardAct;
  at: Instant;
  /** The day that it is true of, in UTC where nobody typed another. */
  day: LocalDateText;
  /** Who did it at the desk; null where the owner answered a mail. */
  done_by: string | null;
  /** Who answered the mail; null once they are erased. */
  person_id: number | null;
  note: string | null;
  /** 1 where whoever retired it said that they had read its reason. */
  reason_read: number;
};

/** A mail that asked an owner whether something is still kept. */
export type SafeguardAskingTable = {
  message_id: number;
  safeguard_id: string;
  person_id: number;
  /** The day in its reader’s zone, which no other mail takes. */
  local_date: LocalDateText;
  answer: OwnersAnswer | null;
  answered_at: Instant | null;
};
