/** Tables of what trainers do: assignments, news, writing, imports, sign-in, and what is told outside. */

import type { Generated } from 'kysely';
import type { PieceKind } from '#catalogue/pieces/form.ts';
import type { SignalTopic } from '#core/exposure/signal.ts';
import type { ImportAct, ImportState, NotUndone } from '#core/people/import-states.ts';
import type { AssignedKind } from '#core/planning/assigned-to.ts';
import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { DeskRole } from '#core/privacy/desk-roles.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant, LocalDateText } from './instant.ts';

/** A role that somebody has on the desk beside what the settings and the teams say. */
export type DeskRoleTable = { email: string; role: DeskRole; given_at: Instant; given_by: string };

/** A case or module that the house writes itself; `typed` is the draft, `published` what of it is in the library: both JSON (catalogue/pieces/form.ts). */
export type PieceTable = {
  /** The name of its files. */
  id: string;
  kind: PieceKind;
  version: number;
  typed: string;
  changed_at: Instant;
  changed_by: string;
  published: string | null;
  published_version: number | null;
  published_at: Instant | null;
  published_by: string | null;
};

/** What a draft was before: the newest versions of each. */
export type PieceVersionTable = {
  piece_id: string;
  version: number;
  typed: string;
  changed_at: Instant;
  changed_by: string;
};

/** What somebody saw or changed by name; append-only. `subject` is the address it was about, where it was about one. */
export type AccessTable = {
  /** Random. */
  key: string;
  at: Instant;
  who: string;
  act: AccessAct;
  team_id: number | null;
  subject: string | null;
};

/** A trainer's push because of news. `team_id` null is every team. */
export type SignalTable = {
  id: Generated<number>;
  team_id: number | null;
  topic: SignalTopic;
  word: string;
  note: string;
  from_on: LocalDateText;
  until_on: LocalDateText;
  made_by: string;
  made_at: Instant;
  withdrawn_by: string | null;
  withdrawn_at: Instant | null;
  /** Where the news stands, https alone; null where nobody said. */
  news_url: string | null;
  /** The day of the news; its title is the note. Null in rows from before, whose note was for the desk alone. */
  news_on: LocalDateText | null;
  /** What its maker says in the mail, as theirs. */
  line: string | null;
  /** When it was looked at for the day that had been planned already (nudges/add-to-today.ts). */
  added_at: Instant | null;
};

export type AssignmentTable = {
  id: Generated<number>;
  team_id: number;
  module_id: string;
  due_on: LocalDateText;
  from_on: LocalDateText;
  assigned_by: string;
  assigned_at: Instant;
  withdrawn_at: Instant | null;
  /** Everybody of the team, some of its roles (`assignment_role`), or people by name (`assignment_person`). */
  whom: Generated<AssignedKind>;
  withdrawn_by: string | null;
  /** When it was looked at for the day that had been planned already; null again once somebody is reminded of it. */
  added_at: Instant | null;
};

/** The lessons of an assignment as its module held them that day, in its order from 0, and what came and went since. */
export type AssignmentLessonTable = {
  assignment_id: number;
  place: number;
  lesson_id: string;
  /** The day in the team's zone on which it was added or taken away while the assignment ran; null where it was there from the start, and where it still is. */
  added_on: LocalDateText | null;
  taken_on: LocalDateText | null;
};

export type AssignmentRoleTable = { assignment_id: number; role: string };

export type AssignmentPersonTable = { assignment_id: number; person_id: number };

/** When somebody was last reminded of an assignment; the day is that of their own zone. */
export type AssignmentReminderTable = {
  assignment_id: number;
  person_id: number;
  reminded_on: LocalDateText;
  reminded_at: Instant;
};

/** On which weekday a trainer wants the digest: 1 is Monday, 0 is never. `key` is part of the link that turns it off. */
export type DigestWishTable = {
  email: string;
  weekday: number;
  language: Language;
  /** The day of the last, in UTC. */
  sent_on: LocalDateText | null;
  /** What moved since then is told next. */
  looked_at: Instant;
  key: string;
};

export type SignInTable = {
  token_hash: string;
  email: string;
  /** Of the cookie of the browser that asked: the link opens the desk there, and its code is typed there. */
  browser_hash: string;
  code_hash: string;
  wrong_codes: Generated<number>;
  expires_at: Instant;
  used_at: Instant | null;
};

export type SessionTable = {
  token_hash: string;
  email: string;
  began_at: Instant;
  /** To the minute. */
  used_at: Instant;
  expires_at: Instant;
  /** When the token was last exchanged for another. */
  changed_at: Instant;
  /** The hash of the token before this one, which requests under way still bear. */
  token_before: string | null;
  /** Until when that one is taken; `null` while the browser has not come with the new one. */
  before_until: Instant | null;
};

/** An import of people. `content` is the file in base64, kept until it is taken in and for a day at most. */
export type PeopleImportTable = {
  /** Random. */
  key: string;
  made_by: string;
  made_at: Instant;
  state: ImportState;
  file_name: string;
  content: string | null;
  /** `ImportSettings` (people/imports/import-settings.ts) as JSON. */
  answers: string;
  /** `ImportCounts` of what was done as JSON; null until then. */
  counts: string | null;
  /** How many rows there are to write, and how many are written: of the import, or of its undoing. */
  steps: Generated<number>;
  steps_done: Generated<number>;
  /** When whoever writes them last did; null while nobody does. */
  beat_at: Instant | null;
  ended_at: Instant | null;
  undone_by: string | null;
  undone_at: Instant | null;
};

/** One row that an import changed, as it was and as it became (JSON), in the order in which it was done. */
export type ImportChangeTable = {
  import_key: string;
  at: number;
  act: ImportAct;
  person_id: number | null;
  team_id: number | null;
  before: string | null;
  after: string | null;
  /** Why it could not be put back; null until then, and where it was. */
  not_undone: NotUndone | null;
};

/** What somebody said the headings of a file mean, by a digest of them. `answers` as in an import. */
export type KnownHeadingsTable = { fingerprint: string; answers: string; used_at: Instant };

/** A statement for the learning record store, until it is taken. It names nobody. */
export type XapiOutboxTable = {
  id: string;
  person_id: number;
  statement: string;
  made_at: Instant;
  /** When the store refused it for good, and with which words; `null` while it waits. */
  refused_at: Instant | null;
  reply: string | null;
};
