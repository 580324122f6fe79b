import { type SignalTopic, signalTopics } from '#core/exposure/signal.ts';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import type { Instant, SignalRow } from '#server/database/schema.ts';

/** The form as it was typed. `about` is a topic and its word, as `input:magnets`; `team` an id or `all`. */
export type SignalDraft = { team: string; about: string; note: string; until: string };

export type SignalRequest = {
  /** Null is every team. */
  teamId: number | null;
  topic: SignalTopic;
  word: string;
  note: string;
  /** First and last local day, both inclusive. */
  from: string;
  until: string;
};

export type SignalFault = 'no-such-team' | 'no-such-subject' | 'runs-already' | 'no-note' | 'long-note' | 'bad-date';

/** What is wrong with each field of the form. */
export type SignalFaults = Partial<Record<keyof SignalDraft, SignalFault>>;

/** What a draft is checked against. */
export type SignalGround = {
  teams: readonly { id: number; zone: string }[];
  subjects: readonly { topic: SignalTopic; word: string }[];
  running: readonly Pick<SignalRow, 'team_id' | 'topic' | 'word'>[];
  now: Instant;
};

/** News is old after a quarter; whoever still needs the lesson then assigns it. */
export const longestSignalDays = 90;

/** How long a signal lasts unless its maker says otherwise. */
export const usualSignalDays = 14;

export const longestNote = 140;

export const everyTeam = 'all';

/** Reads a draft, or names what is wrong with each of its fields. */
export function checkSignal(
  draft: SignalDraft,
  ground: SignalGround,
): { ok: true; request: SignalRequest } | { ok: false; faults: SignalFaults } {
  const teamId = readTeam(draft.team, ground);
  const subject = readSubject(draft.about, ground);
  const note = draft.note.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const from = firstDay(ground.teams, teamId ?? null, ground.now);
  const faults: SignalFaults = {};
  if (teamId === undefined) faults.team = 'no-such-team';
  if (!subject) faults.about = 'no-such-subject';
  else if (teamId !== undefined && runsAlready(teamId, subject, ground)) faults.about = 'runs-already';
  if (note === '') faults.note = 'no-note';
  else if ([...note].length > longestNote) faults.note = 'long-note';
  if (!isUsableDate(from, draft.until)) faults.until = 'bad-date';
  if (teamId === undefined || !subject || Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, request: { teamId, ...subject, note, from, until: draft.until } };
}

/** The earliest local day it is now for a team, or for any of them: a signal is in force everywhere from the moment it is made. */
export function firstDay(teams: SignalGround['teams'], teamId: number | null, now: Instant): string {
  const concerned = teamId === null ? teams : teams.filter((team) => team.id === teamId);
  const zones = new Set(concerned.map((team) => team.zone));
  const days = [...zones].map((zone) => localDate(now, zone).toString());
  return days.sort()[0] ?? localDate(now, 'UTC').toString();
}

/** The usual last day of a signal made now. */
export function usualLastDay(teams: SignalGround['teams'], now: Instant): string {
  return Temporal.PlainDate.from(firstDay(teams, null, now))
    .add({ days: usualSignalDays })
    .toString();
}

/** `undefined` for what names no team. */
function readTeam(typed: string, { teams }: SignalGround): number | null | undefined {
  if (typed === everyTeam) return null;
  return teams.find((team) => String(team.id) === typed)?.id;
}

function readSubject(typed: string, { subjects }: SignalGround): { topic: SignalTopic; word: string } | null {
  const topic = signalTopics.find((name) => typed.startsWith(`${name}:`));
  const subject = subjects.find((entry) => entry.topic === topic && typed === subjectValue(entry));
  return subject ? { topic: subject.topic, word: subject.word } : null;
}

/** A subject as the form carries it. */
export function subjectValue({ topic, word }: { topic: SignalTopic; word: string }): string {
  return `${topic}:${word}`;
}

/** One for every team runs for each of them. */
function runsAlready(
  teamId: number | null,
  subject: { topic: string; word: string },
  { running }: SignalGround,
): boolean {
  return running.some(
    (signal) =>
      signal.topic === subject.topic &&
      signal.word === subject.word &&
      (signal.team_id === null || signal.team_id === teamId),
  );
}

function isUsableDate(from: string, until: string): boolean {
  const days = daysUntilTyped(from, until);
  return days !== null && days >= 1 && days <= longestSignalDays;
}
