import type { Catalogue } from '#catalogue/catalogue.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Meeting } from '#core/results/later-recall.ts';
import { beginOf, type ResultPeriod } from '#core/results/result-period.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { hasNotLeft } from '#server/people/in-post.ts';
import { readMeetings } from '#server/results/read-meetings.ts';
import { type Tally, tallyOf } from '#server/results/tally.ts';
import type { DeskPart } from '../desk-part.ts';
import { heldBack, type SizedTeam } from '../shown-cells.ts';
import { readSizedTeams } from '../sized-teams.ts';
import { findTeams, pageOf, type TeamPage, type TeamsAsked, teamsOnPage } from '../team-pages.ts';
import { resultsOf } from './kept-or-counted.ts';
import type { CountedResults } from './kept-results.ts';
import { type AssignedLine, readAssigned } from './read-assigned.ts';
import { type ResultsFile, resultsCsv } from './results-csv.ts';
import { type ShownTally, shownTally } from './shown-results.ts';

/** One module that a team was assigned: how many of its people are through. */
export type ModuleLine = Pick<AssignedLine, 'assignmentId' | 'moduleId' | 'moduleTitle' | 'dueOn'> & {
  people: number;
  done: number;
};

export type TeamResults = { id: number; name: string; modules: ModuleLine[]; tally: ShownTally };

/** A lesson or a module of one team over a period. */
export type LessonLine = { lessonId: string; rule: string; tally: ShownTally };

/** What is said of one person: modules by name, and the rest only where the house shows results. */
export type PersonLine = {
  personId: number;
  name: string;
  email: string;
  modules: AssignedLine[];
  tally: Tally | null;
};

export type TeamInFull = TeamResults & { lessons: LessonLine[]; people: PersonLine[] };

type PageAsked = Pick<TeamsAsked, 'find' | 'page'>;

/** Results as one trainer may see them: by team, module, assignment and person. */
export class ResultsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  /** One page of their teams, its figures from `countedAt` on or later. It names nobody. */
  async teams(
    catalogue: Catalogue,
    asked: PageAsked,
    period: ResultPeriod,
    now: Instant,
  ): Promise<TeamPage & { teams: TeamResults[]; countedAt: Instant }> {
    const { db } = this.part.planner;
    const sized = await readSizedTeams(db, this.part.scope, now);
    const all = { ...asked, teamIds: sized.map(({ id }) => id) };
    const { onPage, ...at } = pageOf(await findTeams(db, all), all, teamsOnPage);
    const named = onPage.flatMap(({ id, name }) =>
      sized.filter((team) => team.id === id).map((team) => ({ ...team, name })),
    );
    const counted = await this.countedOf(named, now);
    const teams: TeamResults[] = [];
    for (const team of named) {
      await nextTurn();
      const assigned = await readAssigned(db, catalogue, team.id, now);
      const tally = this.tallyOf(team, counted.get(team.id), period, now);
      teams.push({ id: team.id, name: team.name, modules: modulesOf(assigned), tally });
    }
    return { ...at, teams, countedAt: Math.min(now, ...Array.from(counted.values(), ({ countedAt }) => countedAt)) };
  }

  /** One team with its people, which is a look at names; `null` when it is not theirs to see. */
  async team(catalogue: Catalogue, id: number, period: ResultPeriod, now: Instant): Promise<TeamInFull | null> {
    const team = await this.ownSized(id, now);
    if (!team) return null;
    await this.part.noteLook(id, now);
    return this.inFull(catalogue, team, period, now);
  }

  /** A file of results over all their teams. Taking one is written down each time. */
  async file(
    catalogue: Catalogue,
    file: ResultsFile,
    period: ResultPeriod,
    language: Language,
    now: Instant,
  ): Promise<string> {
    const teams: TeamInFull[] = [];
    for (const { id } of await readSizedTeams(this.part.planner.db, this.part.scope, now)) {
      await nextTurn();
      const team = await this.ownSized(id, now);
      if (team) teams.push(await this.inFull(catalogue, team, period, now));
    }
    await this.part.note('exported-results', null, null, now);
    return resultsCsv(file, teams, language);
  }

  private async ownSized(id: number, now: Instant): Promise<(SizedTeam & { name: string }) | null> {
    const { db } = this.part.planner;
    const own = this.part.ownTeam(id);
    const named = await db.selectFrom('team').select('name').where('id', '=', own).executeTakeFirst();
    const sized = named && (await readSizedTeams(db, new Set([own]), now))[0];
    return sized ? { ...sized, name: named.name } : null;
  }

  /** Of those whose figures may be shown. */
  private countedOf(teams: readonly SizedTeam[], now: Instant): Promise<Map<number, CountedResults>> {
    const { planner, rules } = this.part;
    const told = teams.filter((team) => heldBack(team, rules, now) === null);
    return resultsOf(
      planner.db,
      told.map(({ id }) => id),
      now,
    );
  }

  private tallyOf(
    team: SizedTeam,
    counted: CountedResults | undefined,
    period: ResultPeriod,
    now: Instant,
  ): ShownTally {
    const { rules } = this.part;
    return shownTally(counted?.tallies[period] ?? tallyOf([], now), heldBack(team, rules, now), rules);
  }

  private async inFull(
    catalogue: Catalogue,
    team: SizedTeam & { name: string },
    period: ResultPeriod,
    now: Instant,
  ): Promise<TeamInFull> {
    const { db } = this.part.planner;
    const { rules } = this.part;
    const since = beginOf(period, now);
    const meetings = await readMeetings(db, { teamId: team.id });
    const assigned = await readAssigned(db, catalogue, team.id, now);
    const held = heldBack(team, rules, now);
    const byLesson = Map.groupBy(meetings, ({ lessonId }) => lessonId);
    const lessons = catalogue.lessons.flatMap(({ id, rule }) => {
      const met = byLesson.get(id);
      return met && !held ? [{ lessonId: id, rule, tally: shownTally(tallyOf(met, since), held, rules) }] : [];
    });
    return {
      id: team.id,
      name: team.name,
      modules: modulesOf(assigned),
      tally: shownTally(tallyOf(held ? [] : meetings, since), held, rules),
      lessons,
      people: await this.peopleOf(team, assigned, meetings, since, now),
    };
  }

  private async peopleOf(
    team: SizedTeam,
    assigned: readonly AssignedLine[],
    meetings: readonly Meeting[],
    since: Instant,
    now: Instant,
  ): Promise<PersonLine[]> {
    const people = await this.part.planner.db
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('team_id', '=', team.id)
      .where(hasNotLeft(localDate(now, team.workTime.zone).toString()))
      .orderBy('name')
      .orderBy('id')
      .execute();
    const showsResults = this.part.rules.showByName === 'results';
    const own = Map.groupBy(meetings, ({ personId }) => personId);
    return people.map(({ id, name, email }) => ({
      personId: id,
      name,
      email,
      modules: assigned.filter(({ personId }) => personId === id),
      tally: showsResults ? tallyOf(own.get(id) ?? [], since) : null,
    }));
  }
}

function modulesOf(assigned: readonly AssignedLine[]): ModuleLine[] {
  return [...Map.groupBy(assigned, ({ assignmentId }) => assignmentId).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { assignmentId, moduleId, moduleTitle, dueOn } = first;
    const done = lines.filter((line) => line.done).length;
    return [{ assignmentId, moduleId, moduleTitle, dueOn, people: lines.length, done }];
  });
}
