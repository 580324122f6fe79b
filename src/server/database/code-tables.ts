/** Tables of the code of a house (comply or explain), and of the programmes that it uses. */

import type { StatementState } from '#core/code/statement.ts';
import type { ProgrammeStanding } from '#core/support/programme-standing.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant, LocalDateText } from './instant.ts';

/** Whoever makes statements: the house, or a firm of its group. `slug` is the end of its public address. */
export type CodeOrganisationTable = {
  slug: string;
  name: string;
  /** In which its statements are written. */
  language: Language;
  /** 1 while its statements stand on a public page. */
  public: number;
  changed_by: string;
  changed_at: Instant;
};

/** What an organisation says of a principle in a year. No row is missing, and never complied. */
export type CodeStatementTable = {
  organisation: string;
  year: number;
  /** 1 to 12 (core/code/principles.ts). */
  principle: number;
  state: StatementState;
  text: string;
  /** As "Head of purchasing". */
  owner_function: string;
  /** The person of the house who is reminded; never shown outside the desk. */
  person_id: number | null;
  due_on: LocalDateText | null;
  /** Counts changes, so that of two who write at once one is told. */
  version: number;
  changed_by: string;
  changed_at: Instant;
  /** The local day of the last reminder of this due day, and its message. */
  reminded_on: LocalDateText | null;
  message_id: number | null;
};

/** What the house says of a programme that may pay (content/instruments). */
export type ProgrammeUseTable = {
  programme: string;
  standing: ProgrammeStanding;
  note: string;
  changed_by: string;
  changed_at: Instant;
};
