import type { Ranked } from '#core/morning/foremost.ts';

/** A line of the morning with what its sentence and its button name. */
export type MorningLine = Ranked & { teamName: string } & (
    | { kind: 'on-one'; lessonId: string; rule: string }
    | { kind: 'falling'; lessonId: string; rule: string }
    | { kind: 'leaving'; people: number; first: string }
    | { kind: 'news'; caseId: string; title: string; about: string; item: string }
    | { kind: 'signal-ends'; about: string; label: string; note: string; on: string }
    /** `others` are as many teams of which the same is true. */
    | { kind: 'never-asked'; others: number }
    | { kind: 'undescribed'; others: number }
    | ({ kind: 'safeguard-unkept'; overdue: 'year-over' | 'not-kept' } & OfSafeguard)
    | ({ kind: 'safeguard-ownerless' } & OfSafeguard)
    | ({ kind: 'safeguard-caseless' } & OfSafeguard)
  );

/** `others` are as many of the team’s safeguards of which the same is true. */
type OfSafeguard = { safeguardId: string; title: string; others: number };

/** A team as the morning's parts know it. */
export type MorningTeam = { id: number; name: string; zone: string };
