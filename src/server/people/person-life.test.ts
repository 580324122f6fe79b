import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openNudge } from '#server/answers/open-nudge.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { unsubscribe } from '#server/answers/subscription.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { suppress, suppressionOf } from '#server/outbox/suppression.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { addTeam } from './add-team.ts';
import { erasePerson, forgetPerson } from './erase-person.ts';
import { readErasedAddresses } from './erased-addresses.ts';
import { importCsv } from './import-csv.ts';
import { addPerson, changePerson, comeBack, letLeave, moveTo } from './person-life.ts';

/** A Tuesday, an hour before the mail. */
const now = Date.parse('2026-11-24T07:30:00Z');
const married = 'ana.berg@kazehaya.example';

async function aTeam() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben'], now - dayMs);
  return { db, team, ana: await personIdOf(db, 'Ana') };
}

const stateOf = async (db: Db, messageId: number) =>
  await db.selectFrom('message').select(['state', 'address']).where('id', '=', messageId).executeTakeFirstOrThrow();

const personOf = (db: Db, id: number) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a new address keeps what was answered, remembered and wished, and links mailed to the old one still open', async () => {
  const { db, ana } = await aTeam();
  const { token } = await aSentNudge(db, 'Ana', now);
  await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
  const leave = signToken(keys, 'unsubscribe', await personOf(db, ana), now + dayMs);
  expect(await changePerson(db, ana, { email: ` ${married.toUpperCase()} ` }, now)).toEqual({ ok: true });
  expect(await openNudge(answerContext(db), token, now)).toMatchObject({
    ok: true,
    found: { person: { id: ana, email: married } },
  });
  expect(await db.selectFrom('memory').select('person_id').execute()).toEqual([{ person_id: ana }]);
  await unsubscribe(answerContext(db), leave, now);
  await changePerson(db, ana, { email: emailOf('Ana') }, now);
  expect(await personOf(db, ana)).toMatchObject({ email: emailOf('Ana'), unsubscribed_at: now });
});

test('what a server said of an address stays with it, what its owner said comes along, and mail that has not left goes to the new one', async () => {
  const { db, ana } = await aTeam();
  const ben = await personIdOf(db, 'Ben');
  await suppress(db, { address: emailOf('Ana'), kind: 'hard', reason: '550 gone', since: now, until: null });
  await suppress(db, { address: emailOf('Ben'), kind: 'complaint', reason: 'spam', since: now, until: null });
  const waits = await aSentNudge(db, 'Ana', now, { state: 'deferred' });
  const left = await aSentNudge(db, 'Ana', now - dayMs);
  await changePerson(db, ana, { email: married }, now);
  await changePerson(db, ben, { email: 'benjamin@kazehaya.example' }, now);
  expect(await suppressionOf(db, married, now)).toBeNull();
  expect(await suppressionOf(db, emailOf('Ana'), now)).toMatchObject({ kind: 'hard' });
  expect(await suppressionOf(db, 'benjamin@kazehaya.example', now)).toMatchObject({ kind: 'complaint' });
  expect(await stateOf(db, waits.messageId)).toEqual({ state: 'deferred', address: married });
  expect(await stateOf(db, left.messageId)).toEqual({ state: 'accepted', address: emailOf('Ana') });
});

test('an address or a staff number that somebody else has is refused, and nothing changes', async () => {
  const { db, ana } = await aTeam();
  const ben = await personIdOf(db, 'Ben');
  await changePerson(db, ben, { staff_number: '00417' }, now);
  expect(await changePerson(db, ana, { email: emailOf('Ben'), name: 'X' }, now)).toEqual({
    ok: false,
    reason: 'address-taken',
    takenBy: ben,
  });
  expect(await changePerson(db, ana, { staff_number: ' 00417', name: 'X' }, now)).toEqual({
    ok: false,
    reason: 'number-taken',
    takenBy: ben,
  });
  expect(await personOf(db, ana)).toMatchObject({ name: 'Ana', email: emailOf('Ana'), staff_number: null });
  expect(await changePerson(db, 999, { name: 'X' }, now)).toEqual({ ok: false, reason: 'unknown' });
});

test('whoever leaves is neither planned nor mailed after the last day, and coming back finds the memory', async () => {
  const { db, ana } = await aTeam();
  const { token } = await aSentNudge(db, 'Ana', now - 20 * dayMs);
  await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now - 20 * dayMs);
  const onLastDay = await aSentNudge(db, 'Ana', now, { state: 'planned' });
  const dayAfter = await aSentNudge(db, 'Ana', now + dayMs, { state: 'queued' });
  await letLeave(db, ana, '2026-11-24', now);
  expect(await stateOf(db, onLastDay.messageId)).toMatchObject({ state: 'planned' });
  expect(await stateOf(db, dayAfter.messageId)).toMatchObject({ state: 'cancelled' });
  await letLeave(db, ana, '2026-11-23', now);
  const plans = await planDueTeams(aPlanner(db), now);
  expect(plans.flatMap(({ choices }) => choices).filter(({ personId }) => personId === ana)).toEqual([]);
  await comeBack(db, ana, now);
  expect(await db.selectFrom('memory').select('person_id').execute()).toEqual([{ person_id: ana }]);
  const next = (await planDueTeams(aPlanner(db), now + 14 * dayMs)).flatMap(({ choices }) => choices);
  expect(next.some(({ personId }) => personId === ana)).toBe(true);
});

test('nobody gets mail before the first day, nor during an absence that the house knows of', async () => {
  const { db, ana } = await aTeam();
  const ben = await personIdOf(db, 'Ben');
  const planned = await aSentNudge(db, 'Ana', now, { state: 'planned' });
  const message = await db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', planned.messageId)
    .executeTakeFirstOrThrow();
  await changePerson(db, ana, { starts_on: '2026-12-01' }, now);
  await changePerson(db, ben, { away_until: '2026-11-30' }, now);
  expect(await stateOf(db, planned.messageId)).toMatchObject({ state: 'cancelled' });
  expect(await sendBlocker(db, message, now)).toBe('starts on 2026-12-01');
  expect((await planDueTeams(aPlanner(db), now)).flatMap(({ choices }) => choices)).toEqual([]);
  const december = await planDays(aPlanner(db), '2026-12-01', '2026-12-11');
  const asked = december.flatMap(({ choices }) => choices.map(({ personId }) => personId));
  expect([...new Set(asked)].sort()).toEqual([ana, ben]);
});

test('whoever moves keeps their memory, and what the old team’s plan had chosen does not come', async () => {
  const { db, team, ana } = await aTeam();
  const sales = await addTeam(db, { name: 'Sales', zone: 'Etc/UTC', sector: null, supplier_id: null }, now);
  const planned = await aSentNudge(db, 'Ana', now, { state: 'planned' });
  const seen = (id: number) =>
    db.selectFrom('team_memory').select('changes').where('team_id', '=', id).executeTakeFirst();
  for (const id of [team.id, sales])
    await db.insertInto('team_memory').values({ team_id: id, figures: '[]', held: 0, made_from: '' }).execute();
  expect(await moveTo(db, ana, sales)).toEqual({ ok: true });
  expect(await moveTo(db, ana, 999)).toEqual({ ok: false, reason: 'unknown' });
  expect(await stateOf(db, planned.messageId)).toMatchObject({ state: 'cancelled' });
  expect(await personOf(db, ana)).toMatchObject({ team_id: sales });
  for (const id of [team.id, sales]) expect(await seen(id)).toEqual({ changes: 1 });
});

const list = (lines: string[]) => ({
  text: ['team,name,email,role,zone,staff_number', ...lines].join('\n'),
  vocabulary: aCatalogue().vocabulary,
  now,
  dryRun: false,
  prune: false,
});

test('a list that names somebody by their staff number, or by an address they had before, changes them and makes no second person', async () => {
  const { db, ana } = await aTeam();
  await changePerson(db, ana, { staff_number: '00417' }, now);
  await importCsv(db, list([`Motors,Ana Berg,${married},buyer,Etc/UTC,00417`]));
  expect(await personOf(db, ana)).toMatchObject({ email: married, name: 'Ana Berg' });
  await importCsv(db, list([`Motors,Ana,${emailOf('Ana')},buyer,Etc/UTC,`]));
  const twice = [`Motors,Ana,${emailOf('Ana')},buyer,Etc/UTC,`, `Motors,Ana Berg,${married},buyer,Etc/UTC,`];
  await changePerson(db, ana, { email: married }, now);
  expect(await importCsv(db, list(twice))).toMatchObject({ ok: false, faults: [{ line: 3, field: 'email' }] });
  expect(await db.selectFrom('person').select('id').execute()).toHaveLength(2);
  await changePerson(db, ana, { staff_number: '00417' }, now);
  expect(await importCsv(db, list([`Motors,Ana,${emailOf('Ben')},buyer,Etc/UTC,00417`]))).toMatchObject({
    ok: false,
    faults: [{ line: 2, field: 'staff_number' }],
  });
});

test('whoever wanted no mail and was forgotten since gets none when a list names them again; whoever wanted some does', async () => {
  const { db, ana } = await aTeam();
  await db.updateTable('person').set({ unsubscribed_at: now }).where('id', '=', ana).execute();
  for (const name of ['Ana', 'Ben'])
    await forgetPerson(db, await personOf(db, await personIdOf(db, name)), now + dayMs);
  expect(await readErasedAddresses(db)).toMatchObject([{ why: 'left', unsubscribed_at: now }]);
  await importCsv(db, list(['Ana', 'Ben'].map((name) => `Motors,${name},${emailOf(name)},buyer,Etc/UTC,`)));
  expect(await personOf(db, await personIdOf(db, 'Ana'))).toMatchObject({ unsubscribed_at: now });
  expect(await personOf(db, await personIdOf(db, 'Ben'))).toMatchObject({ unsubscribed_at: null });
});

test('an erasure by any address that somebody has or had takes all of them, and nothing of whoever has the old address now', async () => {
  const { db, ana } = await aTeam();
  await aSentNudge(db, 'Ana', now);
  await suppress(db, { address: emailOf('Ana'), kind: 'hard', reason: '550', since: now, until: null });
  await changePerson(db, ana, { email: married }, now);
  const marks = await readErasedAddresses(db);
  expect(await erasePerson(db, emailOf('Ana'), now)).toMatchObject({
    ok: true,
    name: 'Ana',
    addresses: [emailOf('Ana'), married],
  });
  expect(marks).toEqual([]);
  expect(await suppressionOf(db, emailOf('Ana'), now)).toBeNull();
  expect(
    await addPerson(
      db,
      { team_id: 1, name: 'A', email: married, role: 'buyer', zone: 'Etc/UTC' },
      await readErasedAddresses(db),
      now,
    ),
  ).toEqual({ ok: false, reason: 'erased' });

  const ben = await personIdOf(db, 'Ben');
  await aSentNudge(db, 'Ben', now);
  await changePerson(db, ben, { email: 'benjamin@kazehaya.example' }, now);
  await importCsv(db, list([`Motors,Other,other@kazehaya.example,buyer,Etc/UTC,`]));
  const other = await db.selectFrom('person').select('id').where('name', '=', 'Other').executeTakeFirstOrThrow();
  await changePerson(db, other.id, { email: emailOf('Ben') }, now);
  expect(await erasePerson(db, emailOf('Ben'), now)).toMatchObject({ ok: true, name: 'Other' });
  expect(await db.selectFrom('nudge').select('person_id').execute()).toEqual([{ person_id: ben }]);
});
