import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { catalogueVersion } from '#catalogue/schema/published-schema.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { languages } from '#i18n/languages.ts';
import { type openSqliteStore, storeFileName } from '#server/database/sqlite-store.ts';
import { lessonCount, now, on } from './bench-morning.ts';
import { generatedLessons, generatedTeam } from './generated-organisation.ts';

/**
 * `node large-store.ts FOLDER PEOPLE REPOSITORY`: lays out in FOLDER a library of generated lessons (`dist`) and a store of so many people who
 * have been at it for a while (`data`), in the form of the repository, this one or an older one.
 */
const [folder = '', people = '0', repository = '.'] = process.argv.slice(2);
const peopleInATeam = 10;

/** About as long as a stored explanation is, so that rows are as far from each other. */
const explanation = JSON.stringify({
  reasons: [],
  teamMemory: 0,
  gain: 1,
  assignmentId: null,
  filler: 'x'.repeat(300),
});

const lessons = generatedLessons(lessonCount);

const silentSide = { who: '', text: '' };

/** A case as the search expects one, without a word. */
const noProse = {
  title: '',
  dek: '',
  place: '',
  toldIn: 'en',
  mail: { subject: '', preheader: '', story: [] },
  lessons: [],
  impact: [],
  timeline: [],
  contrast: { left: silentSide, right: silentSide },
  monday: { action: '', roles: [] },
  board: { cost: '', opportunity: '' },
  colourReason: '',
  sources: [],
};

/** What planning reads of a library, and no prose. */
function layOutLibrary(dist: string, of: readonly PlannableLesson[]): void {
  const cases = of.flatMap((lesson) =>
    lesson.cases.map(({ startedOn, ...traits }) => ({
      ...traits,
      ...noProse,
      event: { start: startedOn },
      questions: lesson.questions.filter((question) => question.caseId === traits.id),
    })),
  );
  const published = of.map(({ id, stake, roleGrades, reach, when, steps, cases, questions, comparisons }) => ({
    id,
    stake,
    grades: Object.fromEntries(roleGrades),
    // What older commits read in place of grades.
    roles: [...roleGrades.keys()],
    reach,
    when,
    steps: steps.map(({ roles }) => ({ roles })),
    rule: '',
    draft: false,
    caseIds: cases.map((entry) => entry.id),
    questionIds: questions.map((question) => question.id),
    comparisons,
  }));
  const nothing = { modules: [], instruments: [], jurisdictions: [], glossary: [], starters: [] };
  const vocabulary = {
    hazards: [],
    sectors: [],
    inputs: [],
    families: [],
    roles: [],
    dependencies: [],
    routes: [],
    systems: [],
  };
  for (const [index, language] of languages.entries()) {
    const client = join(dist, 'client', index === 0 ? '' : language);
    mkdirSync(client, { recursive: true });
    const catalogue = { version: catalogueVersion, language, cases, lessons: published, ...nothing, vocabulary };
    writeFileSync(join(client, 'catalogue.json'), JSON.stringify(catalogue));
  }
  mkdirSync(join(dist, 'mail'), { recursive: true });
  // The last two are what they were called before.
  for (const name of ['templates-index.json', 'templates.json', 'stencils.json'])
    writeFileSync(join(dist, 'mail', name), '{}');
}

async function makeTables(data: string): Promise<void> {
  const now = join(repository, 'src/server/database/sqlite-store.ts');
  const before = join(repository, 'src/store/open-store.ts');
  const opening: { openSqliteStore: typeof openSqliteStore } | { openStore: typeof openSqliteStore } = await import(
    pathToFileURL(existsSync(now) ? now : before).href
  );
  const store = await ('openSqliteStore' in opening
    ? opening.openSqliteStore(join(data, storeFileName))
    : opening.openStore(data));
  await store.close();
}

async function fillStore(data: string): Promise<void> {
  await makeTables(data);
  const database = new DatabaseSync(join(data, storeFileName));
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const rows = rowsInto(database);
  for (let id = 1; id <= Number(people) / peopleInATeam; id += 1) rows.addTeam(generatedTeam(id, lessons, now, on));
  rows.takeDays();
  database
    .prepare(
      'INSERT INTO memory_model (fitted_at, answers, decay, scale, growth, spacing, kept) VALUES (?, (SELECT count(*) FROM answer), ?, ?, ?, ?, ?)',
    )
    .run(now, ...Object.values(usualModel.curve), ...Object.values(usualModel.practice));
  database.exec('COMMIT; ANALYZE');
  database.close();
}

function rowsInto(database: DatabaseSync) {
  const into = (table: string, columns: string) =>
    database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/[^,]+/g, '?')})`);
  const holdsDays = database.prepare("SELECT 1 FROM pragma_table_info('nudge') WHERE name = 'day_taken'").get();
  const team = into('team', 'id, name, zone, sector, mail_time, holidays, created_at');
  const link = into('team_link', 'team_id, kind, word');
  const item = into(
    'exposure',
    'team_id, name, input, origin, share, suppliers, stock_days, recovery_days, alternative, tiers_mapped',
  );
  const person = into('person', 'id, team_id, email, name, role, zone, language, joined_year, pace, created_at');
  const memory = into('memory', 'person_id, lesson_id, stability, difficulty, met_at, answers');
  const message = into('message', 'id, purpose, person_id, address, state, due_at, expires_at, created_at');
  const nudge = into(
    'nudge',
    'id, message_id, person_id, local_date, kind, lesson_id, case_id, question_id, explanation, closes_at',
  );
  const answer = into('answer', 'nudge_id, choice, "right", sureness, answered_at');
  let nudges = 0;

  const addPerson = (teamId: number, zone: string, of: PlannedPerson) => {
    const email = `person-${of.id}@kazehaya.example`;
    person.run(of.id, teamId, email, of.name, of.role, zone, 'en', of.joinedYear, of.pace, 0);
    for (const [lesson, { stability, difficulty, metAt }] of of.memory)
      memory.run(of.id, lesson, stability, difficulty, metAt, 1);
    for (const past of of.past) {
      nudges += 1;
      const at = Date.parse(past.on);
      message.run(nudges, 'nudge', of.id, email, 'accepted', at, at, at);
      const { kind, lessonId, caseId, questionId } = past;
      nudge.run(nudges, nudges, of.id, past.on, kind, lessonId, caseId, questionId, explanation, at);
      // Somewhat more than half are answered.
      if (past.answer !== null && nudges % 5 < 3) answer.run(nudges, past.answer, 1, 'fairly', at);
    }
  };

  const takeDays = () => {
    if (holdsDays) database.exec('UPDATE nudge SET day_taken = local_date');
  };

  return {
    takeDays,
    addTeam: ({ id, name, workTime, exposure, people }: PlannedTeam) => {
      team.run(id, name, workTime.zone, exposure.sector, workTime.at, 'JP', 0);
      for (const route of exposure.routes) link.run(id, 'route', route);
      for (const site of exposure.sites) link.run(id, 'site', `${site.country} ${site.name}`);
      for (const entry of exposure.items) {
        const { input, origin, share, suppliers, stockDays, recoveryDays, alternative, tiersMapped } = entry;
        item.run(id, entry.name, input, origin, share, suppliers, stockDays, recoveryDays, alternative, tiersMapped);
      }
      for (const of of people) addPerson(id, workTime.zone, of);
    },
  };
}

layOutLibrary(join(folder, 'dist'), lessons);
await fillStore(join(folder, 'data'));
