import type { Generated, Insertable, Selectable } from 'kysely';
import type { SuppressionKind } from '#core/delivery/suppression.ts';
import type { Alternative, TeamLinkKind } from '#core/exposure/exposure.ts';
import type { Answer } from '#core/exposure/five-questions.ts';
import type { Sureness } from '#core/memory/recollection.ts';
import type { Pace } from '#core/planning/pace.ts';
import type { Language } from '#i18n/languages.ts';
import type { BriefTables } from './brief-tables.ts';
import type { CodeOrganisationTable, CodeStatementTable, ProgrammeUseTable } from './code-tables.ts';
import type {
  AccessTable,
  AssignmentLessonTable,
  AssignmentPersonTable,
  AssignmentReminderTable,
  AssignmentRoleTable,
  AssignmentTable,
  DeskRoleTable,
  DigestWishTable,
  ImportChangeTable,
  KnownHeadingsTable,
  PeopleImportTable,
  PieceTable,
  PieceVersionTable,
  SessionTable,
  SignalTable,
  SignInTable,
  XapiOutboxTable,
} from './desk-tables.ts';
import type { Instant, LocalDateText } from './instant.ts';
import type { AskedVersionTable, MailedTextTable, MessageTable, NudgeTable, ReportTable } from './mail-tables.ts';
import type {
  NearMissDigestTable,
  NearMissLetterTable,
  NearMissPublicationTable,
  NearMissStepTable,
  NearMissStripTable,
  NearMissTable,
} from './near-miss-tables.ts';
import type { SafeguardAskingTable, SafeguardEventTable, SafeguardTable } from './safeguard-tables.ts';
import type { ExportedPieceTable, ReceivedPieceTable, SharedSenderTable } from './sharing-tables.ts';
import type { StressTestItemTable, StressTestTable } from './stress-test-tables.ts';
import type { InvitationRefusalTable, SupplierTable } from './supplier-tables.ts';

export type { Instant, LocalDateText };

type TeamTable = {
  id: Generated<number>;
  name: string;
  zone: string;
  sector: string | null;
  mail_time: string;
  /** `mon-fri`; null is what is usual where somebody is. */
  work_week: string | null;
  /** A shift pattern (planning/shift-pattern.ts) instead of the working week. */
  shifts: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  /** Region whose public holidays are free: `JP`, `US-OH`. Null is none. */
  holidays: string | null;
  created_at: Instant;
  /** `nameKey` of its name, and no other team's; null where an older team had it already, or where the team went into another. */
  name_key: string | null;
  /** The day from which it is no team any more; its people are mailed nothing until they are in another. */
  ended_on: LocalDateText | null;
  /** The firm whose team it is, behind its wall (server/walls); null is the house's own. */
  supplier_id: number | null;
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
  /** Last day in the team, when it is known. */
  leaves_on: LocalDateText | null;
  /** Their own shift pattern and holidays, where they differ from the team's. */
  shifts: string | null;
  holidays: string | null;
  pace: Generated<Pace>;
  /** Local day on which they chose their pace; null while they never did. */
  pace_chosen_on: LocalDateText | null;
  paused_until: LocalDateText | null;
  unsubscribed_at: Instant | null;
  created_at: Instant;
  /** Random, and part of every link that names the row; null in rows from before there were keys. */
  key: string | null;
  /** `nameKey` of the name, by which people are searched and sorted. */
  name_key: string | null;
  /** What the house's personnel department calls them; no two have the same. */
  staff_number: string | null;
  /** First day in the house, when it is still to come: no mail before. */
  starts_on: LocalDateText | null;
  /** Last day of an absence that the house knows of. `paused_until` is the person's own wish, and says nothing of this. */
  away_until: LocalDateText | null;
  /** Days of the week and hours in which they want their mail, as `tue,thu` and `10:00-16:00`: their own choice (core/planning/calendar/chosen-times.ts). */
  mail_days: string | null;
  mail_hours: string | null;
  /** 1 while they are to be welcomed before they are asked anything. */
  welcome_owed: Generated<number>;
  /** Local day for which their welcome was written; null while it was not, and for who was there before. */
  welcomed_on: LocalDateText | null;
};

/** An address that somebody had before, so that an old list makes no second person of them and an erasure finds what was sent there. */
type FormerAddressTable = { address: string; person_id: number; until: Instant };

/** A name by which lists may still call a team that was renamed or went into another. */
type FormerTeamNameTable = { name_key: string; name: string; team_id: number };

type ExposureTable = {
  id: Generated<number>;
  team_id: number;
  name: string;
  /** A word of vocabulary/inputs; null for what it has no word for. In every column null is not known. */
  input: string | null;
  /** What the team called it where the vocabulary has no word. */
  said: string | null;
  /** A word of vocabulary/families. */
  family: string | null;
  origin: string | null;
  share: number | null;
  suppliers: number | null;
  stock_days: number | null;
  recovery_days: number | null;
  alternative: Alternative | null;
  /** How far below the direct supplier the chain is known, 0 to 3; null is not said. */
  tiers_mapped: number | null;
  essential: Generated<Answer>;
  lead: Generated<Answer>;
  leak: Generated<Answer>;
  upheaval: Generated<Answer>;
  /** The day on which the alternative last carried the load. */
  tested_on: LocalDateText | null;
  /** Share of the organisation's sales that rest on it, 0 to 1. */
  revenue_share: number | null;
  /** `LeakRoute[]` that are guarded, as JSON; null is not said. */
  leak_controls: string | null;
  /** Could it plausibly be cut off, and is there a need of its own to secure it: two of the tests of designation. */
  cut_off: Generated<Answer>;
  special_need: Generated<Answer>;
};

/** Routes, systems and sites a team depends on. A site's word is its country and name, `JP Nagoya plant`. */
type TeamLinkTable = { team_id: number; kind: TeamLinkKind; word: string };

/** Somebody who may use the desk for this team alone. */
type TeamTrainerTable = { team_id: number; email: string };

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
type MemoryTable = {
  person_id: number;
  lesson_id: string;
  stability: number;
  difficulty: number;
  met_at: Instant;
  /** Answers it rests on; 0 when the lesson was only read. */
  answers: Generated<number>;
};

/** A case was read and its question left alone, said by the reader's own click. */
type ReadingTable = { nudge_id: number; read_at: Instant };

/** Derived from answers: memory/calibration.ts. */
type CalibrationTable = { person_id: number; predicted: number; observed: number; answers: number };

/** What cut answers left of a lesson, under every practice: JSON (answers/memory-base.ts). */
type MemoryBaseTable = { person_id: number; lesson_id: string; base: string };

/** What cut answers left of a person's record: JSON. */
type RecordBaseTable = { person_id: number; base: string };

type NotRelevantTable = { person_id: number; lesson_id: string; said_at: Instant };

type PlannedDayTable = { team_id: number; local_date: LocalDateText; planned_at: Instant };

/** What a team holds of each lesson, kept for the desk: derived from what its people remember, and naming nobody. */
type TeamMemoryTable = {
  team_id: number;
  /** `HeatFigures[]` (desk/heatmap.ts) as JSON. */
  figures: string;
  /** The mean chance over the lessons that concern the team, 0 to 1; coldest first is by this. */
  held: number;
  /** Over the same lessons: what of that goes in a month if nothing is sent, and how much they concern the team, 0 to 1. */
  losing: Generated<number>;
  matters: Generated<number>;
  /** How many people are perhaps not reached. */
  silent: Generated<number>;
  /** A digest of whatever else it was made from: model, weights, library, signals. */
  made_from: string;
  /** Null while it was never reckoned. */
  reckoned_at: Instant | null;
  /** How often the team has changed since the row is there, and how often it had when this was reckoned. */
  changes: Generated<number>;
  changes_seen: Generated<number>;
  /** What the team would be sent next (desk/kept-plan.ts) as JSON, the local day it is for, what else it was made from, and when. */
  plan: string | null;
  plan_on: string | null;
  plan_from: string | null;
  plan_at: Instant | null;
  /** What the team did over each period (desk/results/kept-results.ts) as JSON, when it was counted, and `changes` as they were then. */
  results: string | null;
  results_at: Instant | null;
  results_changes: number | null;
};

/** An address that gets no mail. `until` null is until somebody lifts it. */
type SuppressionTable = {
  address: string;
  kind: SuppressionKind;
  reason: string;
  since: Instant;
  until: Instant | null;
  /** When somebody let the address have mail again; kept so that it can be undone. */
  lifted_at: Instant | null;
};

/** People who were erased, by the name that is left of their row (people/erasures.ts): a restored backup may hold them. */
type ErasureTable = { person: string; erased_at: Instant };

/** An address that was erased, as a keyed hash (people/erased-addresses.ts). */
type ErasedAddressTable = {
  mark: string;
  key: string;
  erased_at: Instant;
  /** Whether the person asked for it, or had left long ago and wanted no mail. */
  why: Generated<ErasedWhy>;
  /** When they had said that they want no mail; null is never. */
  unsubscribed_at: Instant | null;
};

export type ErasedWhy = 'asked' | 'left';

type FactTable = { name: string; value: string };

/** Memory models fitted to all answers, the newest last. */
type MemoryModelTable = {
  id: Generated<number>;
  fitted_at: Instant;
  /** Answers there were when it was fitted. */
  answers: number;
  decay: number;
  scale: number;
  growth: number;
  spacing: number;
  kept: number;
};

export type Tables = BriefTables & {
  team: TeamTable;
  person: PersonTable;
  former_address: FormerAddressTable;
  former_team_name: FormerTeamNameTable;
  exposure: ExposureTable;
  message: MessageTable;
  report: ReportTable;
  nudge: NudgeTable;
  asked_version: AskedVersionTable;
  mailed_text: MailedTextTable;
  answer: AnswerTable;
  memory: MemoryTable;
  memory_base: MemoryBaseTable;
  record_base: RecordBaseTable;
  reading: ReadingTable;
  calibration: CalibrationTable;
  memory_model: MemoryModelTable;
  signal: SignalTable;
  team_link: TeamLinkTable;
  team_trainer: TeamTrainerTable;
  access: AccessTable;
  desk_role: DeskRoleTable;
  piece: PieceTable;
  piece_version: PieceVersionTable;
  shared_sender: SharedSenderTable;
  received_piece: ReceivedPieceTable;
  exported_piece: ExportedPieceTable;
  not_relevant: NotRelevantTable;
  assignment: AssignmentTable;
  assignment_lesson: AssignmentLessonTable;
  assignment_role: AssignmentRoleTable;
  assignment_person: AssignmentPersonTable;
  assignment_reminder: AssignmentReminderTable;
  digest_wish: DigestWishTable;
  planned_day: PlannedDayTable;
  team_memory: TeamMemoryTable;
  sign_in: SignInTable;
  session: SessionTable;
  suppression: SuppressionTable;
  erasure: ErasureTable;
  erased_address: ErasedAddressTable;
  people_import: PeopleImportTable;
  import_change: ImportChangeTable;
  known_headings: KnownHeadingsTable;
  xapi_outbox: XapiOutboxTable;
  safeguard: SafeguardTable;
  safeguard_event: SafeguardEventTable;
  safeguard_asking: SafeguardAskingTable;
  stress_test: StressTestTable;
  stress_test_item: StressTestItemTable;
  near_miss: NearMissTable;
  near_miss_publication: NearMissPublicationTable;
  near_miss_strip: NearMissStripTable;
  near_miss_step: NearMissStepTable;
  near_miss_letter: NearMissLetterTable;
  near_miss_digest: NearMissDigestTable;
  code_organisation: CodeOrganisationTable;
  code_statement: CodeStatementTable;
  programme_use: ProgrammeUseTable;
  supplier: SupplierTable;
  invitation_refusal: InvitationRefusalTable;
  /** Single facts about this installation, such as when the demo was set up. */
  fact: FactTable;
};

export type PieceRow = Selectable<PieceTable>;
export type TeamRow = Selectable<TeamTable>;
export type PersonRow = Selectable<PersonTable>;
export type ExposureRow = Selectable<ExposureTable>;
export type MessageRow = Selectable<MessageTable>;
export type NudgeRow = Selectable<NudgeTable>;
export type AnswerRow = Selectable<AnswerTable>;
export type MemoryRow = Selectable<MemoryTable>;
export type SuppressionRow = Selectable<SuppressionTable>;
export type SessionRow = Selectable<SessionTable>;
export type SignalRow = Selectable<SignalTable>;
export type AssignmentRow = Selectable<AssignmentTable>;
export type PeopleImportRow = Selectable<PeopleImportTable>;
export type SafeguardEventRow = Selectable<SafeguardEventTable>;
export type ImportChangeRow = Selectable<ImportChangeTable>;
export type NearMissRow = Selectable<NearMissTable>;
export type NewMessage = Insertable<MessageTable>;
