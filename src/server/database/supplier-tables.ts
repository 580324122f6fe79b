import type { Generated } from 'kysely';
import type { InvitationState } from '#core/suppliers/invitation.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from './instant.ts';

/** A firm that the house buys from, and was asked to bring a team. What its teams hold lies behind a wall (server/walls). */
export type SupplierTable = {
  id: Generated<number>;
  /** Random, and part of the links of its invitation. */
  key: string;
  firm: string;
  state: InvitationState;
  /** Whom the invitation went to, and who leads its teams since; null once it was declined, taken back, ended or never answered. */
  contact: string | null;
  language: Language;
  zone: string;
  /** What whoever invited says in the mail, as theirs. */
  line: string | null;
  invited_by: string;
  invited_at: Instant;
  /** When the answer came, or the end. */
  changed_at: Instant;
  /** 1 while the house may see how many of its people have met what the house recommends. */
  shares_progress: Generated<number>;
};

/** An address that wants no invitation, as a keyed hash, until an instant. */
export type InvitationRefusalTable = { mark: string; until: Instant };
