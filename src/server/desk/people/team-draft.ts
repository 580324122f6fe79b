import type { TeamRow } from '#server/database/schema.ts';
import { teamRowSchema, toTeamColumns } from '#server/people/team-row.ts';

/** The fields of the form of a team, as they were typed; they have the names of the columns of teams.csv. */
export const teamFields = [
  'team',
  'zone',
  'sector',
  'mail_time',
  'work_week',
  'shifts',
  'quiet',
  'holidays',
  'trainers',
] as const;

export type TeamField = (typeof teamFields)[number];

export type TeamDraft = Record<TeamField, string>;

export type TeamFault = 'wrong' | 'taken';

export type TeamFaults = Partial<Record<TeamField, TeamFault>>;

export type ReadTeam =
  | { ok: true; name: string; patch: ReturnType<typeof toTeamColumns>; trainers: readonly string[] }
  | { ok: false; faults: TeamFaults };

export function teamDraftOf(team: TeamRow, trainers: readonly string[]): TeamDraft {
  const { name, zone, sector, mail_time, work_week, shifts, quiet_from, quiet_to, holidays } = team;
  const quiet = quiet_from && quiet_to ? `${quiet_from}-${quiet_to}` : '';
  return {
    ...{ team: name, zone, mail_time, quiet },
    ...{ sector: sector ?? '', work_week: work_week ?? '', shifts: shifts ?? '', holidays: holidays ?? '' },
    trainers: trainers.join('\n'),
  };
}

/** The form as it was posted; a field that is not there is as in `before`. */
export function teamDraftIn(fields: Readonly<Record<string, string>>, before: TeamDraft): TeamDraft {
  const given = teamFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field].trim()]]));
  return { ...before, ...Object.fromEntries(given) };
}

/** Reads a draft by the rules of teams.csv, or names the fields that are wrong. `sectors` are those the vocabulary has. */
export function readTeamDraft(draft: TeamDraft, sectors: readonly string[]): ReadTeam {
  const trainers = draft.trainers.split(/[\s,;]+/).filter((address) => address !== '');
  const read = teamRowSchema.safeParse({ ...draft, trainers: trainers.join(';') });
  const faults: TeamFaults = {};
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
  for (const field of teamFields) if (wrong.has(field)) faults[field] = 'wrong';
  if (draft.sector !== '' && !sectors.includes(draft.sector)) faults.sector = 'wrong';
  if (draft.team.length > 80 || /[\p{Cc}<>]/u.test(draft.team)) faults.team = 'wrong';
  if (!read.success || Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, name: draft.team, patch: toTeamColumns(read.data), trainers: read.data.trainers ?? [] };
}
