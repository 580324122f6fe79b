import type { Generated } from 'kysely';
import type { Closing, ReportStep, StepOutcome } from '#core/reports/report-steps.ts';
import type { SharingLabel } from '#core/reports/sharing-labels.ts';
import type { SourceKind } from '#core/reports/source-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from './instant.ts';

/** A near miss that somebody reported. Who that was lies in `near_miss_strip`, sealed, and only until it is closed. */
export type NearMissTable = {
  id: Generated<number>;
  /** Random: part of the links that are mailed to the reporter, and what a form that is sent twice is known by. */
  key: string;
  /** SHA-256 of the receipt number, which nobody but the reporter has. */
  receipt_hash: string;
  received_at: Instant;
  language: Language;
  source_kind: SourceKind;
  /** What was reported: `ReportText` (core/reports/report-text.ts) as JSON. */
  told: string;
  /** 1 where the reporter can be asked: without that it is a signal, and never a case. */
  with_contact: number;
  call_back: number;
  label: SharingLabel;
  /** 1 when the reporter consents to publication. */
  consent: number;
  /** Counts changes of what would be published. */
  version: Generated<number>;
  /** The words in which it may be told: `DeidentifiedText` as JSON; null until somebody wrote them. */
  text: string | null;
  text_at: Instant | null;
  /** The version that a second reader tried to name the source of, and could not. */
  read_version: number | null;
  /** The version that the reporter agreed to. */
  agreed_version: number | null;
  /** The draft case made from it. */
  piece_id: string | null;
  told_back_at: Instant | null;
  /** What the reporter reads about what became of it; null until told. */
  told_back: string | null;
  closed_at: Instant | null;
  closed_as: Closing | null;
};

/** What was published of a report, and what allowed it: the store takes no other row. */
export type NearMissPublicationTable = {
  near_miss_id: number;
  version: number;
  published_at: Instant;
  label: SharingLabel;
  consent: number;
  with_contact: number;
  read_version: number;
  agreed_version: number;
};

/** Who reported: sealed with a key that is not in the store (server/reports/seal-strip.ts). */
export type NearMissStripTable = { near_miss_key: string; key_id: string; sealed: string };

/** One step of the way, in order. */
export type NearMissStepTable = {
  id: Generated<number>;
  near_miss_id: number;
  step: ReportStep;
  at: Instant;
  /** The desk's address, `reporter` or `nodomoto`. */
  taken_by: string;
  outcome: StepOutcome;
  note: string | null;
};

/** Letters to a reporter, which go with the strip. */
export type NearMissLetterTable = { message_id: number; near_miss_id: number };

/** Who wants the digest of near misses each month. */
export type NearMissDigestTable = {
  email: string;
  language: Language;
  /** Signs the link that ends it. */
  key: string;
  /** `2026-11`: the newest month that was told. */
  month_sent: string | null;
};
