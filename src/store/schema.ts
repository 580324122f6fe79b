import type { Generated, Insertable, Selectable } from 'kysely';
import type { MessageState } from '../delivery/message-state.ts';
import type { Alternative } from '../exposure/exposure.ts';
import type { Language } from '../i18n/languages.ts';
import type { Sureness } from '../memory/recollection.ts';
import type { Pace } from '../planning/pace.ts';
import type { NudgeKind } from '../planning/world.ts';

/** Instants are epoch milliseconds (UTC); local dates are ISO text such as 2026-11-23. */
export type Instant = number;
export type LocalDateText = string;

type TeamTable = {
  id: Generated<number>;
  name: string;
  zone: string;
  sector: string | null;
  mail_time: string;
  created_at: Instant;
};

type PersonTable = {
  id: Generated<number>;
  team_id: number;
  email: string;
  name: string;
  role: string;
  zone: string;
  language: Language;
  joined_year: number | null;
  pace: Generated<Pace>;
  paused_until: LocalDateText | null;
  unsubscribed_at: Instant | null;
  created_at: Instant;
};

type ExposureTable = {
  id: Generated<number>;
  team_id: number;
  name: string;
  input: string;
  origin: string;
  share: number;
  suppliers: number;
  stock_days: number;
  recovery_days: number;
  alternative: Alternative;
};

/** One e-mail on its way; `purpose` says what asked for it. */
type MessageTable = {
  id: Generated<number>;
  purpose: 'nudge' | 'sign-in';
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
  /** The very bytes sent, kept only while they may have to be sent again. */
  raw: Uint8Array | null;
  body_sha256: string | null;
  reply: string | null;
  accepted_at: Instant | null;
  created_at: Instant;
  /** For messages that are not composed from a nudge: subject, text and html as JSON. */
  letter: string | null;
};

type NudgeTable = {
  id: Generated<number>;
  message_id: number;
  person_id: number;
  local_date: LocalDateText;
  kind: NudgeKind;
  lesson_id: string;
  case_id: string;
  question_id: string;
  assignment_id: number | null;
  /** Explanation as JSON (planning/world.ts). */
  explanation: string;
  /** Answers are taken until then. */
  closes_at: Instant;
};

/** Append-only; the newest counts. */
type AnswerTable = {
  id: Generated<number>;
  nudge_id: number;
  choice: string;
  right: number;
  sureness: Sureness;
  answered_at: Instant;
};

/** Derived from answers; kept so that planning reads it without folding the log. */
type MemoryTable = { person_id: number; lesson_id: string; stability: number; difficulty: number; met_at: Instant };

type NotRelevantTable = { person_id: number; lesson_id: string; said_at: Instant };

type AssignmentTable = {
  id: Generated<number>;
  team_id: number;
  module_id: string;
  due_on: LocalDateText;
  from_on: LocalDateText;
  assigned_by: string;
  assigned_at: Instant;
  withdrawn_at: Instant | null;
};

type PlannedDayTable = { team_id: number; local_date: LocalDateText; planned_at: Instant };

type SignInTable = { token_hash: string; email: string; expires_at: Instant; used_at: Instant | null };

type SessionTable = { token_hash: string; email: string; expires_at: Instant };

type SuppressionTable = { address: string; reason: string; since: Instant };

type FactTable = { name: string; value: string };

export type Tables = {
  team: TeamTable;
  person: PersonTable;
  exposure: ExposureTable;
  message: MessageTable;
  nudge: NudgeTable;
  answer: AnswerTable;
  memory: MemoryTable;
  not_relevant: NotRelevantTable;
  assignment: AssignmentTable;
  planned_day: PlannedDayTable;
  sign_in: SignInTable;
  session: SessionTable;
  suppression: SuppressionTable;
  /** Single facts about this installation, such as when the demo was set up. */
  fact: FactTable;
};

export type TeamRow = Selectable<TeamTable>;
export type PersonRow = Selectable<PersonTable>;
export type ExposureRow = Selectable<ExposureTable>;
export type MessageRow = Selectable<MessageTable>;
export type NudgeRow = Selectable<NudgeTable>;
export type AnswerRow = Selectable<AnswerTable>;
export type AssignmentRow = Selectable<AssignmentTable>;
export type NewMessage = Insertable<MessageTable>;
