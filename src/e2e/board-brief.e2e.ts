import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { firstDayOf, quarterOf } from '#core/brief/quarter.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { asksForStep } from '#core/planning/nudge-kinds.ts';
import { laterAnswers, type Meeting } from '#core/results/later-recall.ts';
import { languages } from '#i18n/languages.ts';
import type { Brief } from '#server/brief/brief.ts';
import { briefFile } from '#server/brief/drawn/brief-file.ts';
import { briefLetter } from '#server/brief/drawn/brief-letter.ts';
import { briefText } from '#server/brief/drawn/brief-text.ts';
import { briefPdf } from '#server/brief/drawn/pdf/brief-pdf.ts';
import { makeBrief } from '#server/brief/make-brief.ts';
import { tellBrief } from '#server/brief/told/told-brief.ts';
import { openDatabase, type Store } from '#server/database/open-database.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { runScript } from '#testing/running-product.ts';

/** The brief of the demo organisation, recomputed from its rows one by one. */
const folder = mkdtempSync(join(tmpdir(), 'nodomoto-brief-'));
const settings = { DATA_DIR: folder };
const library = readPublishedLibrary('dist/client');
const now = Date.now();
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(now);
const from = Temporal.PlainDate.from(firstDayOf(quarterOf(today))).toZonedDateTime('Asia/Tokyo').epochMilliseconds;

let store: Store;
let brief: Brief;

beforeAll(async () => {
  const restored = await runScript('scripts/nudge.ts', ['restore', inject('demoBackup')], settings);
  expect(restored.code, restored.stderr).toBe(0);
  store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const planner = { db: store.db, catalogue: library.en, seed: '', weights: usualWeights, newcomers: nobodyIsNew };
  await refreshHeat(planner, () => now, new AbortController().signal);
  const maker = { db: store.db, library, weights: usualWeights, smallestTeam: 5 };
  brief = await makeBrief(maker, quarterOf(today), now);
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const readingOf = (id: string) => brief.indicators.find((entry) => entry.id === id);
const peopleOf = () => store.db.selectFrom('person').selectAll().execute();

it('indicators 2 and 4 are those of the exposures as anybody can read them in scripts/demo', () => {
  // "Order link to the plants" of Pune comes from Japan alone; dysprosium oxide has 40 days of stock and takes 400.
  expect(readingOf('top-country')?.value).toBe(1);
  expect(readingOf('top-country')?.inputs[0]).toMatchObject({ name: { en: 'Order link to the plants' }, ref: 'JP' });
  expect(readingOf('cover')).toMatchObject({ value: 40 - 400, status: 'red' });
  expect(readingOf('cover')?.inputs[0]?.name.en).toBe('Dysprosium oxide');
});

it('indicator 11 is the least share of people who were here in the year of one of the three cases', async () => {
  const years = (await peopleOf()).flatMap(({ joined_year }) => joined_year ?? []);
  const shares = brief.cases.map(({ caseId }) => {
    const year = Number(library.en.cases.find(({ id }) => id === caseId)?.event.start.slice(0, 4));
    return years.filter((joined) => joined <= year).length / years.length;
  });
  expect(shares).toHaveLength(3);
  expect(readingOf('witnesses')?.value).toBe(Math.min(...shares));
});

it('indicator 12 is the longest that a team has let a risk of its own lie', async () => {
  const people = await peopleOf();
  const memories = await store.db.selectFrom('memory').selectAll().execute();
  const kept = await store.db
    .selectFrom('team_memory')
    .innerJoin('team', 'team.id', 'team_memory.team_id')
    .select(['team.id', 'team.created_at', 'team_memory.figures'])
    .execute();
  let most = 0;
  for (const team of kept) {
    const members = new Set(people.filter(({ team_id }) => team_id === team.id).map(({ id }) => id));
    const figures: { lessonId: string; relevant: boolean }[] = JSON.parse(team.figures);
    for (const { lessonId } of figures.filter(({ relevant }) => relevant)) {
      const met = memories.filter(({ person_id, lesson_id }) => members.has(person_id) && lesson_id === lessonId);
      const last = met.length === 0 ? team.created_at : Math.max(...met.map(({ met_at }) => met_at));
      const on = new Date(last).toISOString().slice(0, 10);
      most = Math.max(most, Temporal.PlainDate.from(on).until(today).days);
    }
  }
  expect(readingOf('quiet')?.value).toBe(most);
});

it('indicator 13 is counted answer by answer, and mail by mail', async () => {
  const answers = await store.db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .selectAll('nudge')
    .select(['answer.right', 'answer.answered_at', 'answer.nudge_id'])
    .orderBy('answer.id')
    .execute();
  const readings = await store.db
    .selectFrom('reading')
    .innerJoin('nudge', 'nudge.id', 'reading.nudge_id')
    .selectAll()
    .execute();
  const first = [...new Map(answers.toReversed().map((row) => [row.nudge_id, row])).values()];
  const meetings: Meeting[] = [
    ...first.map((row) => ({
      personId: row.person_id,
      lessonId: row.lesson_id,
      at: row.answered_at,
      right: asksForStep(row.kind) ? null : row.right === 1,
    })),
    ...readings.map((row) => ({ personId: row.person_id, lessonId: row.lesson_id, at: row.read_at, right: null })),
  ];
  const later = laterAnswers(meetings).filter(({ at }) => at >= from);
  const sent = await store.db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select('nudge.id')
    .where('message.accepted_at', '>=', from)
    .where('message.state', 'in', ['accepted', 'complained'])
    .execute();
  const answered = sent.filter(({ id }) => first.some(({ nudge_id }) => nudge_id === id));
  expect(later.length).toBeGreaterThan(5);
  expect(readingOf('recall')?.value).toBe(later.filter(({ right }) => right).length / later.length);
  expect(readingOf('recall')?.beside).toBe(answered.length / sent.length);
});

it('indicator 14 is every safeguard that was let go in the quarter and not taken up again, and whether its reason was read', async () => {
  const events = await store.db.selectFrom('safeguard_event').selectAll().orderBy('at').execute();
  const lastOf = new Map(
    events.filter(({ act }) => act === 'retired' || act === 'taken-up').map((event) => [event.safeguard_id, event]),
  );
  const dropped = [...lastOf.values()].filter(({ act, at }) => act === 'retired' && at >= from && at <= now);
  const titles = await store.db
    .selectFrom('safeguard')
    .select(['id', 'title'])
    .where('id', 'in', [...dropped.map(({ safeguard_id }) => safeguard_id), ''])
    .execute();
  expect(readingOf('safeguards')?.value).toBe(dropped.length);
  expect(readingOf('safeguards')?.inputs.map(({ name, holds }) => [name.en, holds])).toEqual(
    dropped.map((event) => [titles.find(({ id }) => id === event.safeguard_id)?.title, event.reason_read === 1]),
  );
});

it.each(languages)('nobody of the house is named in page, text, letter or on paper (%s)', async (language) => {
  const told = tellBrief(brief, language, 'running');
  const letter = briefLetter(told, brief.quarter, 'http://localhost');
  const paper = pdfText(await briefPdf(told, now)).replaceAll('\n', '');
  expect(paper).toContain('Dysprosium oxide');
  const all = [briefFile(told, ''), briefText(told), letter.text, letter.html, letter.subject, paper].join('\n');
  const people = await peopleOf();
  expect(people.length).toBeGreaterThan(20);
  for (const { name, email } of people) {
    expect(all).not.toContain(name);
    expect(all).not.toContain(email);
  }
});

it('last quarter stands beside this one, and is printed by the command as text, page and PDF', async () => {
  const page = join(folder, 'brief.html');
  const pdf = join(folder, 'brief.pdf');
  const printed = await runScript('scripts/nudge.ts', ['brief', '--html', page, '--pdf', pdf], settings);
  expect(printed.code, printed.stderr).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('Where we are the same');
  expect(
    readFileSync(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page(?![A-Za-z])/g),
  ).toHaveLength(2);
  expect(brief.decisions.length).toBeGreaterThan(0);
  for (const { cost, opportunity } of brief.decisions) expect([cost, opportunity]).not.toContain('');
  const text = await runScript('scripts/nudge.ts', ['brief'], settings);
  for (const heading of ['Governance', 'Strategy', 'Risk management', 'Metrics and targets'])
    expect(text.stdout).toContain(heading);
  const none = await runScript('scripts/nudge.ts', ['brief', '--quarter', '2020-Q1'], settings);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('BRIEF_NOT_KEPT')]);
});
