import { type Catalogue, scheduledLessons } from '#catalogue/catalogue.ts';
import { neverArrives } from '#core/delivery/message-state.ts';
import { type ExposureItem, readSite, type TeamExposure, type TeamLinkKind } from '#core/exposure/exposure.ts';
import { type Calibration, uncalibrated } from '#core/memory/calibration.ts';
import type { Memory } from '#core/memory/forgetting-curve.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import { regionOfZone } from '#core/planning/calendar/region.ts';
import { personWorkTime, teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type {
  PastNudge,
  PlannedAssignment,
  PlannedPerson,
  PlannedSignal,
  PlannedTeam,
  UnreachableReason,
} from '#core/planning/planner-types.ts';
import { worthTableFor } from '#core/planning/worth-of-asking.ts';
import { type ProfileLikeness, profileInWords, profileLikenessIn } from '#search/profile-likeness.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow, MemoryRow, PersonRow, SignalRow, TeamRow } from '#server/database/schema.ts';

/** Share of nudges answered that is assumed of somebody new; trials of e-mailed questions report 60 to 87 % (Kerfoot and others, 2007 to 2012). */
const newcomerAnswerRate = 0.6;

/** How many recent nudges the answer rate looks back on, the assumption counting as two of them. */
const recentNudges = 8;

/** Every team as the planner sees it, in the order of their ids. */
export async function readTeams(db: Db, catalogue: Catalogue): Promise<PlannedTeam[]> {
  const [
    teams,
    people,
    exposures,
    links,
    history,
    memories,
    records,
    notRelevant,
    assignments,
    signals,
    refused,
    model,
  ] = await Promise.all([
    db.selectFrom('team').selectAll().orderBy('id').execute(),
    db.selectFrom('person').selectAll().orderBy('id').execute(),
    db.selectFrom('exposure').selectAll().orderBy('id').execute(),
    db.selectFrom('team_link').selectAll().orderBy('word').execute(),
    readHistory(db),
    db.selectFrom('memory').selectAll().execute(),
    db.selectFrom('calibration').selectAll().execute(),
    db.selectFrom('not_relevant').selectAll().execute(),
    db.selectFrom('assignment').selectAll().where('withdrawn_at', 'is', null).orderBy('id').execute(),
    db.selectFrom('signal').selectAll().where('withdrawn_at', 'is', null).orderBy('id').execute(),
    db.selectFrom('suppression').select('address').execute(),
    readModel(db),
  ]);
  const parts = {
    exposures: grouped(exposures, (row) => row.team_id),
    links: grouped(links, (row) => row.team_id),
    records: new Map<number, Calibration>(records.map((row) => [row.person_id, row])),
    people: grouped(people, (row) => row.team_id),
    history: grouped(history, (row) => row.personId),
    memories: grouped(memories, (row) => row.person_id),
    notRelevant: grouped(notRelevant, (row) => row.person_id),
    assignments: grouped(assignments, (row) => row.team_id),
    refused: new Set(refused.map((row) => row.address)),
  };
  const worth = worthTableFor(model);
  const likenessTo = profileLikenessIn(catalogue);
  return teams.map((team) => ({
    id: team.id,
    name: team.name,
    workTime: teamWorkTime(team),
    ...profileOf(team, parts.exposures.get(team.id) ?? [], parts.links.get(team.id) ?? [], catalogue, likenessTo),
    model,
    worth,
    people: (parts.people.get(team.id) ?? []).map((person) => toPerson(person, team, parts)),
    assignments: (parts.assignments.get(team.id) ?? []).map(
      (row): PlannedAssignment => ({
        id: row.id,
        moduleId: row.module_id,
        lessonIds: sendableLessons(catalogue, row.module_id),
        from: row.from_on,
        dueOn: row.due_on,
      }),
    ),
    signals: signals.filter((row) => row.team_id === null || row.team_id === team.id).map(toSignal),
  }));
}

/** Lessons of a module that can be sent today. A module or lesson that left the library since it was assigned must not stop the rest. */
function sendableLessons(catalogue: Catalogue, moduleId: string): string[] {
  const sendable = new Set(scheduledLessons(catalogue).map((lesson) => lesson.id));
  const module = catalogue.modules.find((entry) => entry.id === moduleId);
  return (module?.lessons ?? []).filter((id) => sendable.has(id));
}

type HistoryEntry = PastNudge & { personId: number };

/** Nudges that reached people or still will; withdrawn and undeliverable ones taught nobody anything. */
async function readHistory(db: Db): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select([
      'nudge.person_id',
      'nudge.local_date',
      'nudge.lesson_id',
      'nudge.question_id',
      'nudge.case_id',
      'nudge.kind',
    ])
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select('reading.read_at')
    .select((eb) =>
      eb
        .selectFrom('answer')
        .select('answer.choice')
        .whereRef('answer.nudge_id', '=', 'nudge.id')
        .orderBy('answer.id', 'desc')
        .limit(1)
        .as('answer'),
    )
    .where('message.state', 'not in', neverArrives)
    .orderBy('nudge.local_date')
    .orderBy('nudge.id')
    .execute();
  return rows.map((row) => ({
    read: row.read_at !== null,
    personId: row.person_id,
    on: row.local_date,
    lessonId: row.lesson_id,
    questionId: row.question_id,
    caseId: row.case_id,
    kind: row.kind,
    answer: row.answer,
  }));
}

type PersonParts = {
  history: Map<number, HistoryEntry[]>;
  memories: Map<number, MemoryRow[]>;
  records: ReadonlyMap<number, Calibration>;
  notRelevant: Map<number, { lesson_id: string }[]>;
  refused: Set<string>;
};

function toPerson(row: PersonRow, team: TeamRow, parts: PersonParts): PlannedPerson {
  const past = putOffAsRead(parts.history.get(row.id) ?? []);
  const memories = parts.memories.get(row.id) ?? [];
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    workTime: personWorkTime(team, row),
    pace: row.pace,
    paceChosenOn: row.pace_chosen_on,
    joinedYear: row.joined_year,
    leavesOn: row.leaves_on,
    unreachable: unreachableReason(row, parts.refused),
    pausedUntil: row.paused_until,
    notRelevant: (parts.notRelevant.get(row.id) ?? []).map((entry) => entry.lesson_id),
    past,
    memory: new Map(memories.map((entry) => [entry.lesson_id, toMemory(entry)])),
    answersGiven: new Map(memories.map((entry) => [entry.lesson_id, entry.answers])),
    record: parts.records.get(row.id) ?? uncalibrated,
    answerRate: answerRate(past),
  };
}

/** Days within which the same question comes back to somebody who put it off. The planner itself lets a lesson rest longer. */
const longestPutOffDays = 10;

/** Who asks for a question later has not let it lie: the copy that comes back says so. */
function putOffAsRead(past: readonly HistoryEntry[]): HistoryEntry[] {
  return past.map((nudge, index) => {
    const next = past[index + 1];
    const again = next?.questionId === nudge.questionId && next.kind === nudge.kind;
    return again && localDaysBetween(nudge.on, next.on) <= longestPutOffDays ? { ...nudge, read: true } : nudge;
  });
}

function unreachableReason(row: PersonRow, refused: ReadonlySet<string>): UnreachableReason | null {
  if (row.unsubscribed_at !== null) return 'unsubscribed';
  return refused.has(row.email) ? 'refused' : null;
}

function answerRate(past: readonly HistoryEntry[]): number {
  const recent = past.slice(-recentNudges);
  const answered = recent.filter((entry) => entry.answer !== null).length;
  return (answered + 2 * newcomerAnswerRate) / (recent.length + 2);
}

function toMemory({ stability, difficulty, met_at }: MemoryRow): Memory {
  return { stability, difficulty, metAt: met_at };
}

function toSignal({ id, topic, word, from_on, until_on }: SignalRow): PlannedSignal {
  return { id, topic, word, from: from_on, until: until_on };
}

function profileOf(
  team: TeamRow,
  items: readonly ExposureRow[],
  links: readonly { kind: TeamLinkKind; word: string }[],
  catalogue: Catalogue,
  likenessTo: ProfileLikeness,
): { exposure: TeamExposure; textLikeness: ReadonlyMap<string, number> } {
  const words = (kind: TeamLinkKind) => links.filter((link) => link.kind === kind).map((link) => link.word);
  const sites = words('site').map(readSite);
  const countryOfClock = regionOfZone(team.zone);
  const exposure = {
    sector: team.sector,
    items: items.map(toItem),
    routes: words('route'),
    systems: words('system'),
    sites,
    home: [...new Set([...sites.map(({ country }) => country), ...(countryOfClock ? [countryOfClock] : [])])],
  };
  return { exposure, textLikeness: likenessTo(profileInWords(exposure, catalogue)) };
}

/** What a row of the exposure table says, as the pure rooms see it. */
export function toItem(row: ExposureRow): ExposureItem {
  const { name, input, family, origin, share, suppliers, alternative, essential, lead, leak, upheaval } = row;
  return {
    name,
    input,
    family,
    origin,
    share,
    suppliers,
    stockDays: row.stock_days,
    tiersMapped: row.tiers_mapped,
    recoveryDays: row.recovery_days,
    alternative,
    essential,
    lead,
    leak,
    upheaval,
  };
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
