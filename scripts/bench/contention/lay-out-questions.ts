import { signToken } from '#server/answers/token.ts';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import { openLog } from '#server/log/log.ts';
import { importCsv } from '#server/people/import-csv.ts';
import type { Settings } from '#server/settings.ts';

const dayMs = 86_400_000;
const teamSize = 10;
const inputs = ['microcontrollers', 'neon', 'palladium', 'resins'];

/** A zone in which it is about noon, so that this morning's plan is due; `Etc` counts westwards. */
function zoneOfNoon(now: number): string {
  const hours = 12 - new Date(now).getUTCHours();
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** A list of people in teams of ten, as a firm would bring it. */
export function peopleFile(prefix: string, people: number, now: number): string {
  const zone = zoneOfNoon(now);
  const lines = Array.from(
    { length: people },
    (_, index) =>
      `${prefix} ${Math.floor(index / teamSize)},Person ${index},${prefix.toLowerCase()}${index}@firm.example,buyer,${zone}`,
  );
  return ['team,name,email,role,zone', ...lines].join('\n');
}

/** A store of people whose morning is to be planned, some of whom have a question open; returns the paths of their answer pages. */
export async function layOutQuestions(settings: Settings, people: number, questions: number): Promise<string[]> {
  const log = openLog({ level: 'warn', clock: Date.now, write: (line) => process.stderr.write(line) });
  const app = await openApp(settings, { ...usualParts, log, mail: 'nowhere' });
  try {
    const now = app.clock();
    const items = Array.from(
      { length: people / teamSize },
      (_, team) => `Here ${team},Item,${inputs[team % inputs.length]},JP,0.9,1,10,90,none`,
    );
    const exposures = ['team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative', ...items];
    for (const text of [peopleFile('Here', people, now), exposures.join('\n')]) {
      const { vocabulary } = app.catalogue;
      const outcome = await importCsv(app.store.db, { text, vocabulary, now, dryRun: false, prune: false });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults.slice(0, 3)));
    }
    await app.store.db.updateTable('team').set({ work_week: 'mon-sun', holidays: null }).execute();
    return await askEach(app, questions, now);
  } finally {
    await app.close();
  }
}

function askEach({ store, catalogue, answers }: AppContext, questions: number, now: number): Promise<string[]> {
  const [lesson] = catalogue.lessons.filter(({ questionIds }) => questionIds.length > 0);
  const questionId = lesson?.questionIds[0];
  const story = catalogue.cases.find((entry) => entry.questions.some(({ id }) => id === questionId));
  if (!lesson || !questionId || !story) throw new Error('The library asks nothing.');
  const asked = { lesson_id: lesson.id, case_id: story.id, question_id: questionId };
  return store.db.transaction().execute(async (trx) => {
    const people = await trx.selectFrom('person').select(['id', 'email']).limit(questions).execute();
    const paths: string[] = [];
    for (const { id, email } of people) {
      const row = await addNudge(trx, id, email, asked, now);
      paths.push(`/n/${signToken(answers.keys, 'nudge', row, now + dayMs)}`);
    }
    return paths;
  });
}

type Asked = { lesson_id: string; case_id: string; question_id: string };

async function addNudge(trx: Db, personId: number, address: string, asked: Asked, now: number) {
  const at = now - dayMs;
  const key = newKey();
  const message = { purpose: 'nudge', person_id: personId, address, state: 'accepted', key } as const;
  const { id: message_id } = await trx
    .insertInto('message')
    .values({ ...message, due_at: at, expires_at: now, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const local_date = new Date(at).toISOString().slice(0, 10);
  const explanation = JSON.stringify({ reasons: [], teamMemory: 0, gain: 0.1, assignmentId: null });
  const nudge = {
    message_id,
    person_id: personId,
    local_date,
    day_taken: local_date,
    kind: 'case',
    explanation,
  } as const;
  const { id } = await trx
    .insertInto('nudge')
    .values({ ...nudge, ...asked, closes_at: now + dayMs })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, key };
}
