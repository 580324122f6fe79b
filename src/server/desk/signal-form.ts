import { type SignalTopic, signalTopics } from '#core/exposure/signal.ts';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import type { Instant, SignalRow } from '#server/database/schema.ts';

/** The form as it was typed. `about` is a topic and its word, as `input:magnets`; `team` an id or `all`. */
export type SignalDraft = {
  team: string;
  about: string;
  /** The title of the news, and where and when it was; the last two may be empty. */
  note: string;
  link: string;
  day: string;
  /** What its maker says in the mail; may be empty. */
  line: string;
  until: string;
};

export type SignalRequest = {
  /** Null is every team. */
  teamId: number | null;
  topic: SignalTopic;
  word: string;
  note: string;
  link: string | null;
  newsOn: string;
  line: string | null;
  /** First and last local day, both inclusive. */
  from: string;
  until: string;
};

export type SignalFault =
  | 'no-such-team'
  | 'no-such-subject'
  | 'runs-already'
  | 'no-note'
  | 'long-note'
  | 'long-line'
  | 'bad-link'
  | 'bad-day'
  | 'bad-date';

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

/** A line is read at a glance. */
export const longestLine = 200;

const longestLink = 500;

export const everyTeam = 'all';

/** Reads a draft, or names what is wrong with each of its fields. */
export function checkSignal(
  draft: SignalDraft,
  ground: SignalGround,
): { ok: true; request: SignalRequest } | { ok: false; faults: SignalFaults } {
  const teamId = readTeam(draft.team, ground);
  const subject = readSubject(draft.about, ground);
  const note = oneLine(draft.note);
  const line = oneLine(draft.line);
  const link = readLink(draft.link);
  const from = firstDay(ground.teams, teamId ?? null, ground.now);
  const faults: SignalFaults = {};
  if (teamId === undefined) faults.team = 'no-such-team';
  if (!subject) faults.about = 'no-such-subject';
  else if (teamId !== undefined && runsAlready(teamId, subject, ground)) faults.about = 'runs-already';
  if (note === '') faults.note = 'no-note';
  else if ([...note].length > longestNote) faults.note = 'long-note';
  if ([...line].length > longestLine) faults.line = 'long-line';
  if (link === undefined) faults.link = 'bad-link';
  if (!isDayOfNews(from, draft.day)) faults.day = 'bad-day';
  if (!isUsableDate(from, draft.until)) faults.until = 'bad-date';
  if (teamId === undefined || !subject || link === undefined || Object.keys(faults).length > 0)
    return { ok: false, faults };
  const news = { note, link, newsOn: draft.day || from, line: line === '' ? null : line };
  return { ok: true, request: { teamId, ...subject, ...news, from, until: draft.until } };
}

/** One line of what was typed, without what turns its direction: it is printed in the mail of others. */
function oneLine(typed: string): string {
  return typed.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
}

/** `null` where nothing was typed, `undefined` where it is no address over https, or one with a name and password. */
function readLink(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href.length > longestLink ? undefined : url.href;
}

function isDayOfNews(today: string, typed: string): boolean {
  if (typed === '') return true;
  const days = daysUntilTyped(today, typed);
  // It may be tomorrow already where the news was.
  return days !== null && days <= 1 && days >= -longestSignalDays;
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
