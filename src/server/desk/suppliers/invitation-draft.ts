import { z } from 'zod';
import { type Language, languages } from '#i18n/languages.ts';
import { namedZone } from '#server/people/named-zone.ts';

/** The form of an invitation as it was typed. */
export const invitationFields = ['firm', 'contact', 'language', 'zone', 'line'] as const;

export type InvitationDraft = Record<(typeof invitationFields)[number], string>;

export type InvitationFault = 'no-firm' | 'long' | 'no-address' | 'bad-language' | 'bad-zone';

export type InvitationFaults = Partial<Record<keyof InvitationDraft, InvitationFault>>;

export type InvitationSaid = { firm: string; contact: string; language: Language; zone: string; line: string | null };

/** A name of a firm that fits a line of the list. */
export const longestFirm = 80;

/** Two sentences. */
export const longestLine = 280;

const mailAddress = z.email().max(254);

export function draftFrom(fields: Readonly<Record<string, string>>): InvitationDraft {
  const [firm = '', contact = '', language = '', zone = '', line = ''] = invitationFields.map((name) =>
    (fields[name] ?? '').replaceAll(/\s+/g, ' ').trim(),
  );
  return { firm, contact: contact.toLowerCase(), language, zone, line };
}

/** Reads a draft, or says what is wrong with each of its fields. */
export function readInvitation(
  draft: InvitationDraft,
): { ok: true; said: InvitationSaid } | { ok: false; faults: InvitationFaults } {
  const language = languages.find((name) => name === draft.language);
  const zone = namedZone(draft.zone);
  const contact = mailAddress.safeParse(draft.contact).data;
  const faults: InvitationFaults = {
    ...(draft.firm === '' && { firm: 'no-firm' }),
    ...(draft.firm.length > longestFirm && { firm: 'long' }),
    ...(contact === undefined && { contact: 'no-address' }),
    ...(language === undefined && { language: 'bad-language' }),
    ...(zone === null && { zone: 'bad-zone' }),
    ...(draft.line.length > longestLine && { line: 'long' }),
  };
  if (contact === undefined || language === undefined || zone === null || Object.keys(faults).length > 0)
    return { ok: false, faults };
  return { ok: true, said: { firm: draft.firm, contact, language, zone, line: draft.line === '' ? null : draft.line } };
}
