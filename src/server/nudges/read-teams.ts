import { type Catalogue, scheduledLessons } from '#catalogue/catalogue.ts';
import { type ExposureItem, readSite, type TeamExposure, type TeamLinkKind } from '#core/exposure/exposure.ts';
import { type Calibration, uncalibrated } from '#core/memory/calibration.ts';
import type { Memory } from '#core/memory/forgetting-curve.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import { hasBegun } from '#core/people/in-post.ts';
import { pausedUntil } from '#core/people/person-state.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { regionOfZone } from '#core/planning/calendar/region.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { hoursKey, personHoursKey, personWorkTime, teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type {
  PlannableLesson,
  PlannedAssignment,
  PlannedPerson,
  PlannedSignal,
  PlannedTeam,
  UnreachableReason,
} from '#core/planning/planner-types.ts';
import { type WorthTable, worthTableFor } from '#core/planning/worth-of-asking.ts';
import { type ProfileLikeness, profileInWords, profileLikenessIn } from '#search/profile-likeness.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow, Instant, MemoryRow, PersonRow, SignalRow, TeamRow } from '#server/database/schema.ts';
import { suppressionsInForce } from '#server/outbox/suppression.ts';
import { guardedRoutes } from '#server/people/exposure-row.ts';
import { readAssigned, readAssignedLessons } from './read-assigned.ts';
import { memoriesOnly, nothingPast, type PastReader, type Pasts, pastBeside, wholePast } from './read-past.ts';

/** Every team as the planner sees it, in the order of their ids. All are in memory at once; what can take them in turn should (`teamsInTurn`). */
export async function readTeams(db: Db, catalogue: Catalogue, now: Instant): Promise<PlannedTeam[]> {
  return Array.fromAsync(teamsInTurn(db, catalogue, await allTeamIds(db), now));
}

/** One team as the planner sees it; `undefined` when there is none of this id. */
export async function readTeam(
  db: Db,
  catalogue: Catalogue,
  teamId: number,
  now: Instant,
): Promise<PlannedTeam | undefined> {
  const [team] = await Array.fromAsync(teamsInTurn(db, catalogue, [teamId], now));
  return team;
}

/** One team as `teamsWithoutPast` has it; `undefined` when there is none of this id. */
export async function readTeamWithoutPast(
  db: Db,
  catalogue: Catalogue,
  teamId: number,
  now: Instant,
): Promise<PlannedTeam | undefined> {
  const [team] = await Array.fromAsync(teamsWithoutPast(db, catalogue, [teamId], now));
  return team;
}

/** Every team that has not ended. */
export async function allTeamIds(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('team').select('id').where('ended_on', 'is', null).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** These teams as the planner sees them, in this order, read some at a time when their turn comes. */
export async function* teamsInTurn(
  db: Db,
  catalogue: Catalogue,
  teamIds: readonly number[],
  now: Instant,
): AsyncGenerator<PlannedTeam, void, undefined> {
  yield* teamsWithPast(db, catalogue, teamIds, wholePast, now);
}

/** These teams with what their people remember, and nothing of the mails that it came from. */
export async function* teamsByMemory(
  db: Db,
  catalogue: Catalogue,
  teamIds: readonly number[],
  now: Instant,
): AsyncGenerator<PlannedTeam, void, undefined> {
  yield* teamsWithPast(db, catalogue, teamIds, memoriesOnly, now);
}

/** These teams with who is in them and what they depend on, as if nobody had met anything yet. */
export async function* teamsWithoutPast(
  db: Db,
  catalogue: Catalogue,
  teamIds: readonly number[],
  now: Instant,
): AsyncGenerator<PlannedTeam, void, undefined> {
  yield* teamsWithPast(db, catalogue, teamIds, nothingPast, now);
}

/** Every team in turn, with no more of its people's past than how they stand with one lesson depends on. */
export async function* teamsBesideLesson(
  db: Db,
  catalogue: Catalogue,
  lesson: PlannableLesson,
  now: Instant,
): AsyncGenerator<PlannedTeam, void, undefined> {
  const assigned = await readAssignedLessons(db, now);
  const caseIds = lesson.cases.map(({ id }) => id);
  const past = await pastBeside(db, lesson.id, caseIds, assigned, now);
  yield* teamsWithPast(db, catalogue, await allTeamIds(db), past, now);
}

async function* teamsWithPast(
  db: Db,
  catalogue: Catalogue,
  teamIds: readonly number[],
  reader: PastReader,
  now: Instant,
): AsyncGenerator<PlannedTeam, void, undefined> {
  const common = await readCommon(db, catalogue);
  for (const ids of await inBatches(db, teamIds, reader.peopleAtATime))
    yield* await readBatch(db, common, ids, reader, now);
}

/** What is the same for all teams. */
type Common = {
  model: MemoryModel;
  /** Half a second of work the first time, and nothing but a plan asks for it. */
  worth: () => WorthTable;
  signals: readonly SignalRow[];
  /** Lessons that can be sent today: one that left the library since it was assigned must not stop the rest. */
  sendable: ReadonlySet<string>;
  catalogue: Catalogue;
  likenessTo: ProfileLikeness;
  countryOf: (zone: string) => string | null;
  hoursOf: (team: TeamRow) => Hours;
};

async function readCommon(db: Db, catalogue: Catalogue): Promise<Common> {
  const model = await readModel(db);
  const signals = await db.selectFrom('signal').selectAll().where('withdrawn_at', 'is', null).orderBy('id').execute();
  return {
    model,
    worth: () => worthTableFor(model),
    signals,
    sendable: new Set(scheduledLessons(catalogue).map((lesson) => lesson.id)),
    catalogue,
    likenessTo: profileLikenessIn(catalogue),
    countryOf: countriesOfZones(),
    hoursOf: sharedHours(),
  };
}

/** Team ids in their order, as many together as have so many people, and each at least alone. */
async function inBatches(db: Db, teamIds: readonly number[], peopleAtATime: number): Promise<number[][]> {
  const counts = await db
    .selectFrom('person')
    .select((eb) => ['team_id', eb.fn.countAll<number>().as('people')])
    .groupBy('team_id')
    .execute();
  const peopleOf = new Map(counts.map(({ team_id, people }) => [team_id, people]));
  const batches: number[][] = [];
  let room = 0;
  for (const id of teamIds) {
    // A team without people is a row to read as well.
    const people = Math.max(1, peopleOf.get(id) ?? 0);
    if (people > room || batches.length === 0) {
      batches.push([]);
      room = peopleAtATime;
    }
    batches.at(-1)?.push(id);
    room -= people;
  }
  return batches;
}

async function readBatch(
  db: Db,
  common: Common,
  ids: readonly number[],
  reader: PastReader,
  now: Instant,
): Promise<PlannedTeam[]> {
  const ofPeople = db.selectFrom('person').select('id').where('team_id', 'in', ids);
  const emails = db.selectFrom('person').select('email').where('team_id', 'in', ids);
  const [teams, people, exposures, links, pasts, records, notRelevant, assignments, refused] = await Promise.all([
    db.selectFrom('team').selectAll().where('id', 'in', ids).execute(),
    db.selectFrom('person').selectAll().where('team_id', 'in', ids).orderBy('id').execute(),
    db.selectFrom('exposure').selectAll().where('team_id', 'in', ids).orderBy('id').execute(),
    db.selectFrom('team_link').selectAll().where('team_id', 'in', ids).orderBy('word').execute(),
    reader.read(db, ids),
    db.selectFrom('calibration').selectAll().where('person_id', 'in', ofPeople).execute(),
    db.selectFrom('not_relevant').selectAll().where('person_id', 'in', ofPeople).execute(),
    readAssigned(db, ids, common.sendable, now),
    suppressionsInForce(db, now).where('address', 'in', emails).execute(),
  ]);
  const parts: TeamParts = {
    people: Map.groupBy(people.filter(isOfTeam(now)), (row) => row.team_id),
    exposures: Map.groupBy(exposures, (row) => row.team_id),
    links: Map.groupBy(links, (row) => row.team_id),
    assignments,
    records: new Map(records.map((row) => [row.person_id, row])),
    pasts,
    notRelevant: Map.groupBy(notRelevant, (row) => row.person_id),
    refused: new Set(refused.map((row) => row.address)),
  };
  const rows = new Map(teams.map((team) => [team.id, team]));
  return ids.flatMap((id) => rows.get(id) ?? []).map((team) => toTeam(team, common, parts));
}

/** Whoever is still to come is nobody the team has yet. */
function isOfTeam(now: Instant): (person: PersonRow) => boolean {
  return ({ starts_on, zone }) => hasBegun(starts_on, localDate(now, zone).toString());
}

type TeamParts = PersonParts & {
  people: Map<number, PersonRow[]>;
  exposures: Map<number, ExposureRow[]>;
  links: Map<number, { kind: TeamLinkKind; word: string }[]>;
  assignments: Map<number, PlannedAssignment[]>;
};

function toTeam(team: TeamRow, common: Common, parts: TeamParts): PlannedTeam {
  const { model, worth, signals } = common;
  const hours = common.hoursOf(team);
  return {
    id: team.id,
    name: team.name,
    workTime: hours.ofTeam,
    ...profileOf(team, common, parts.exposures.get(team.id) ?? [], parts.links.get(team.id) ?? []),
    model,
    get worth() {
      return worth();
    },
    people: (parts.people.get(team.id) ?? []).map((person) => toPerson(person, hours.of(person), parts)),
    assignments: parts.assignments.get(team.id) ?? [],
    // News of the house for every team is for its own.
    signals: signals
      .filter((row) => (row.team_id ?? (team.supplier_id === null ? team.id : null)) === team.id)
      .map(toSignal),
  };
}

/** The country that a zone lies in, looked up once a zone. */
function countriesOfZones(): (zone: string) => string | null {
  const known = new Map<string, string | null>();
  return (zone) => {
    const country = known.has(zone) ? (known.get(zone) ?? null) : regionOfZone(zone);
    known.set(zone, country);
    return country;
  };
}

type Hours = { ofTeam: WorkTime; of: (person: PersonRow) => WorkTime };

/** Working times by the hours that are kept: those who work alike share one, so that their morning is worked out once. */
function sharedHours(): (team: TeamRow) => Hours {
  const known = new Map<string, Hours>();
  return (team) => {
    const key = hoursKey(team);
    const hours = known.get(key) ?? { ofTeam: teamWorkTime(team), of: hoursOfPeople(team) };
    known.set(key, hours);
    return hours;
  };
}

function hoursOfPeople(team: TeamRow): (person: PersonRow) => WorkTime {
  const known = new Map<string, WorkTime>();
  return (person) => {
    const key = personHoursKey(person);
    const workTime = known.get(key) ?? personWorkTime(team, person);
    known.set(key, workTime);
    return workTime;
  };
}

type PersonParts = {
  pasts: Pasts;
  records: ReadonlyMap<number, Calibration>;
  notRelevant: ReadonlyMap<number, { lesson_id: string }[]>;
  refused: ReadonlySet<string>;
};

/** What people remember who have met nothing. */
const nothing: ReadonlyMap<string, never> = new Map<string, never>();

function toPerson(row: PersonRow, workTime: WorkTime, parts: PersonParts): PlannedPerson {
  const memories = parts.pasts.memories.get(row.id);
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    workTime,
    pace: row.pace,
    paceChosenOn: row.pace_chosen_on,
    joinedYear: row.joined_year,
    leavesOn: row.leaves_on,
    unreachable: unreachableReason(row, parts.refused),
    pausedUntil: pausedUntil(row.paused_until, row.away_until),
    notRelevant: parts.notRelevant.get(row.id)?.map((entry) => entry.lesson_id) ?? [],
    memory: memories ? new Map(memories.map((entry) => [entry.lesson_id, toMemory(entry)])) : nothing,
    answersGiven: memories ? new Map(memories.map((entry) => [entry.lesson_id, entry.answers])) : nothing,
    record: parts.records.get(row.id) ?? uncalibrated,
    ...parts.pasts.of(row.id),
  };
}

function unreachableReason(row: PersonRow, refused: ReadonlySet<string>): UnreachableReason | null {
  if (row.unsubscribed_at !== null) return 'unsubscribed';
  return refused.size > 0 && refused.has(row.email) ? 'refused' : null;
}

function toMemory({ stability, difficulty, met_at }: MemoryRow): Memory {
  return { stability, difficulty, metAt: met_at };
}

function toSignal({ id, topic, word, from_on, until_on }: SignalRow): PlannedSignal {
  return { id, topic, word, from: from_on, until: until_on };
}

/** What a team depends on, and how much that reads like each case. */
export type TeamProfile = { exposure: TeamExposure; textLikeness: ReadonlyMap<string, number> };

type ReadProfile = (
  team: Pick<TeamRow, 'sector' | 'zone'>,
  items: readonly ExposureRow[],
  links: readonly { kind: TeamLinkKind; word: string }[],
) => TeamProfile;

/** Reads profiles of teams from their rows, without their people. */
export function profileReader(catalogue: Catalogue): ReadProfile {
  const common = { catalogue, likenessTo: profileLikenessIn(catalogue), countryOf: countriesOfZones() };
  return (team, items, links) => profileOf(team, common, items, links);
}

function profileOf(
  team: Pick<TeamRow, 'sector' | 'zone'>,
  { catalogue, likenessTo, countryOf }: Pick<Common, 'catalogue' | 'likenessTo' | 'countryOf'>,
  items: readonly ExposureRow[],
  links: readonly { kind: TeamLinkKind; word: string }[],
): TeamProfile {
  const words = (kind: TeamLinkKind) => links.filter((link) => link.kind === kind).map((link) => link.word);
  const sites = words('site').map(readSite);
  const countryOfClock = countryOf(team.zone);
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
    testedOn: row.tested_on,
    revenueShare: row.revenue_share,
    leakControls: guardedRoutes(row),
    cutOff: row.cut_off,
    specialNeed: row.special_need,
  };
}
