import type { Generated } from 'kysely';
import type { ReportVerdict } from '#core/delivery/bounce/report.ts';
import type { MessagePurpose } from '#core/delivery/message-purpose.ts';
import type { MessageState } from '#core/delivery/message-state.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { Instant, LocalDateText } from './instant.ts';

/** One e-mail on its way; `purpose` says what asked for it. */
export type MessageTable = {
  id: Generated<number>;
  purpose: MessagePurpose;
  person_id: number | null;
  address: string;
  state: MessageState;
  due_at: Instant;
  expires_at: Instant;
  /** Counts claims; with `worker` it fences out a worker whose lease has passed. */
  attempt: Generated<number>;
  worker: string | null;
  lease_until: Instant | null;
  /** Deliveries that ended as unknown; one is resent, a second is held. */
  unknowns: Generated<number>;
  message_id: string | null;
  /** What reports name the message by: the token of its Message-ID. */
  report_token: string | null;
  /** The very bytes sent, kept only while they may have to be sent again. */
  raw: Uint8Array | null;
  body_sha256: string | null;
  reply: string | null;
  accepted_at: Instant | null;
  created_at: Instant;
  /** For messages that are not composed from a nudge: subject, text and html as JSON. */
  letter: string | null;
  /** The version of what it asks (`asked_version`) and its words (`mailed_text`), once it was composed. */
  asked: string | null;
  mailed: string | null;
  /** The message whose mail this sends again. */
  again_of: number | null;
  /** Random, and part of its Message-ID and of the links of its nudge; null in rows from before there were keys. */
  key: string | null;
};

/** What came back of a message: one row of each verdict, however often it was reported. */
export type ReportTable = { message_id: number; verdict: ReportVerdict; reply: string; told_at: Instant };

export type NudgeTable = {
  id: Generated<number>;
  message_id: number;
  person_id: number;
  local_date: LocalDateText;
  /** The same day while the nudge holds it; null once it was withdrawn or never arrived and the day was given to another. */
  day_taken: LocalDateText | null;
  kind: NudgeKind;
  lesson_id: string;
  case_id: string;
  question_id: string;
  assignment_id: number | null;
  /** The signal it is due to. */
  signal_id: number | null;
  /** Explanation as JSON (core/planning/planner-types.ts). */
  explanation: string;
  /** Answers are taken until then. */
  closes_at: Instant;
  /** When its reader asked for it later: a copy of it came then. */
  put_off_at: Instant | null;
  /** What its links are signed with where that is no longer the key of its message: the mail was sent again. */
  link_key: string | null;
  /** When somebody whom it was forwarded to took back what they had answered. */
  taken_back_at: Instant | null;
};

/** What was asked, word for word, as JSON (catalogue/asked-version.ts): once for all whom it was asked of. */
export type AskedVersionTable = { digest: string; content: string; first_at: Instant };

/** The words of a mail with a place for whatever differs by person: JSON of a template, packed (nudges/mailed-texts.ts). */
export type MailedTextTable = { digest: string; content: string; first_at: Instant };
