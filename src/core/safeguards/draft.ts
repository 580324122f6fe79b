import { daysUntilTyped } from '#core/planning/calendar/calendar.ts';
import { findTyped } from './find-typed.ts';
import { namesIn } from './names-in.ts';

/** The form of a safeguard as it was typed. `team` is an id; `owner` a name or address, `case` a title or the name of its files. */
export const draftFields = ['title', 'team', 'owner', 'since', 'case', 'reason'] as const;

export type SafeguardDraft = Record<(typeof draftFields)[number], string>;

export const emptyDraft: SafeguardDraft = { title: '', team: '', owner: '', since: '', case: '', reason: '' };

export type SafeguardFault =
  | 'no-title'
  | 'long'
  | 'names-somebody'
  | 'no-team'
  | 'no-such-person'
  | 'which-person'
  | 'bad-day'
  | 'no-case'
  | 'no-such-case'
  | 'which-case'
  | 'no-reason';

/** What is wrong with a field; `found` are those it may have meant. */
export type FieldFault = { fault: SafeguardFault; found: readonly string[] };

export type SafeguardFaults = Partial<Record<keyof SafeguardDraft, FieldFault>>;

export type Nameable = { id: number; name: string; email: string; teamName: string };

/** What a draft is read against. */
export type SafeguardGround = {
  teamIds: readonly number[];
  /** Those whom the owner’s field may mean. */
  people: readonly Nameable[];
  cases: readonly { id: string; title: string }[];
  /** Names that must not stand in what everybody beside the machine reads. */
  names: readonly string[];
  /** Today, ISO. */
  on: string;
};

export type SafeguardSaid = {
  title: string;
  teamId: number;
  ownerId: number | null;
  since: string;
  caseId: string;
  reason: string;
};

/** A title is read from two steps away. */
export const longestTitle = 90;

/** One sentence. */
export const longestReason = 240;

/** Reads a draft, or says what is wrong with each of its fields. */
export function readDraft(
  draft: SafeguardDraft,
  ground: SafeguardGround,
): { ok: true; said: SafeguardSaid } | { ok: false; faults: SafeguardFaults } {
  const [title, reason] = [oneLine(draft.title), oneLine(draft.reason)];
  const teamId = ground.teamIds.find((id) => String(id) === draft.team);
  const owner = findTyped(draft.owner, ground.people, (person) => [person.email, personLabel(person), person.name]);
  const found = findTyped(draft.case, ground.cases, (entry) => [entry.id, entry.title]);
  const since = draft.since === '' ? ground.on : draft.since;
  const faults: SafeguardFaults = {};
  const refuse = (field: keyof SafeguardDraft, fault: SafeguardFault, others: readonly string[] = []) => {
    faults[field] ??= { fault, found: others };
  };
  if (title === '') refuse('title', 'no-title');
  if (reason === '') refuse('reason', 'no-reason');
  for (const [field, text, most] of [
    ['title', title, longestTitle],
    ['reason', reason, longestReason],
  ] as const) {
    if ([...text].length > most) refuse(field, 'long');
    const named = namesIn(text, ground.names);
    if (named.length > 0) refuse(field, 'names-somebody', named);
  }
  if (teamId === undefined) refuse('team', 'no-team');
  if (owner.kind === 'unknown') refuse('owner', 'no-such-person');
  if (owner.kind === 'several') refuse('owner', 'which-person', owner.found.map(personLabel));
  if (!isSince(since, ground.on)) refuse('since', 'bad-day');
  if (found.kind === 'nothing') refuse('case', 'no-case');
  if (found.kind === 'unknown') refuse('case', 'no-such-case');
  if (found.kind === 'several')
    refuse(
      'case',
      'which-case',
      found.found.map((entry) => entry.title),
    );
  if (Object.keys(faults).length > 0 || teamId === undefined || found.kind !== 'one') return { ok: false, faults };
  const ownerId = owner.kind === 'one' ? owner.one.id : null;
  return { ok: true, said: { title, teamId, ownerId, since, caseId: found.one.id, reason } };
}

/** Somebody as the owner’s field offers them. */
export function personLabel({ name, teamName }: Pick<Nameable, 'name' | 'teamName'>): string {
  return `${name}, ${teamName}`;
}

/** One line of what was typed, without what turns its direction: it is printed. */
export function oneLine(typed: string): string {
  return typed.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
}

/** The oldest that a safeguard may be: nobody remembers more. */
const oldestDays = 36_525;

function isSince(typed: string, on: string): boolean {
  const days = daysUntilTyped(on, typed);
  return days !== null && days <= 0 && days >= -oldestDays;
}
