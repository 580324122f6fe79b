import { expect, test } from 'vitest';
import { stepId } from '#catalogue/asked.ts';
import type { MessageState } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openNudge } from '#server/answers/open-nudge.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { type MailTemplates, templateKey } from '#server/mail/mail-template.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { composeNudge, type NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue, aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';
import { mostPreviewsAnHour } from './preview-letter.ts';
import { mostSendings } from './send-again.ts';

/** A Tuesday, before the mail of that day. */
const now = Date.parse('2026-11-24T06:00:00Z');
const trainer = 'tara@kazehaya.example';
const words = 'What the mail says. %%addressee%% %%pace%% %%answerUrl%%';
const drawn = { subject: 'A plant is gone', html: `<html><body><p>${words}</p></body></html>`, text: words };

async function aHouse() {
  const db = await aStore();
  const own = (await aTeamInStore(db, ['Mei', 'Jan'], now - dayMs)).id;
  const text = `team,name,email,role,zone\nBrakes,Olga,${emailOf('Olga')},buyer,Etc/UTC`;
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const templates: MailTemplates = {
    [templateKey('flood-2011/keep-stock', 'case', 'en')]: drawn,
    [templateKey(stepId('keep-stock', { roles: ['buyer'] }), 'apply', 'en')]: drawn,
  };
  const renderer: NudgeRenderer = {
    db,
    library: aLibrary(),
    templates: shelfOf(templates),
    keys,
    siteUrl: 'https://nodomoto.example',
    from: 'Nodomoto <nudge@nodomoto.example>',
    replyTo: null,
    smallestTeam: 3,
    kept: { months: 24, shown: 'done' },
  };
  const deskOf = (scope: TeamScope, showByName: 'done' | 'results' = 'done') =>
    new Desk(aPlanner(db), { showByName, smallestTeam: 5 }, trainer, scope, new Set()).mails(renderer);
  return { db, own, renderer, templates, desk: deskOf(new Set([own])), deskOf };
}

async function anAssignedMail(db: Db, name: string, state: MessageState, at = now - dayMs) {
  const sent = await aSentNudge(db, name, at, { state });
  const day = { from_on: '2026-11-01', due_on: '2026-12-24' };
  const { team_id } = await db
    .selectFrom('person')
    .select('team_id')
    .where('id', '=', sent.personId)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('assignment')
    .values({ ...day, team_id, module_id: 'first-week', assigned_by: trainer, assigned_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('nudge').set({ assignment_id: id }).where('id', '=', sent.nudgeId).execute();
  return sent;
}

const acts = async (db: Db) =>
  (await db.selectFrom('access').select(['act', 'subject']).where('act', '!=', 'saw-names').execute()).map(
    ({ act, subject }) => [act, subject],
  );

test('she sees assigned mails of her own teams alone, and where results are shown every one of theirs', async () => {
  const { db, own, desk, deskOf } = await aHouse();
  const assigned = await anAssignedMail(db, 'Mei', 'accepted');
  const ownPace = await aSentNudge(db, 'Jan', now);
  const others = await anAssignedMail(db, 'Olga', 'accepted');
  const asked = { group: 'all', find: '', page: 1 } as const;
  const listed = async (of: typeof desk) => (await of.list(asked, 'en', now)).lines.map(({ nudgeId }) => nudgeId);
  expect(await listed(desk)).toEqual([assigned.nudgeId]);
  expect(await listed(deskOf(new Set([own]), 'results'))).toEqual([ownPace.nudgeId, assigned.nudgeId]);
  for (const { nudgeId } of [ownPace, others]) {
    expect(await desk.open(nudgeId, 'en', now)).toBeNull();
    expect(await desk.body(nudgeId, now)).toBeNull();
    expect(await desk.withdraw(nudgeId, now)).toBe('gone');
    expect(await desk.sendAgain(nudgeId, 'asked', now)).toEqual({ ok: false, reason: 'gone' });
  }
});

test('mails are found by a part of a name and by what became of them', async () => {
  const { db, desk } = await aHouse();
  const mei = await anAssignedMail(db, 'Mei', 'bounced');
  const jan = await anAssignedMail(db, 'Jan', 'accepted');
  await recordAnswer(answerContext(db), jan.token, { choice: 'b', sureness: 'sure' }, now);
  const found = async (group: 'not-arrived' | 'answered' | 'unanswered' | 'waiting', find = '') =>
    (await desk.list({ group, find, page: 1 }, 'en', now)).lines.map(({ nudgeId }) => nudgeId);
  expect(await found('not-arrived')).toEqual([mei.nudgeId]);
  expect(await found('answered', 'JA')).toEqual([jan.nudgeId]);
  expect(await found('answered', 'mei')).toEqual([]);
  expect([await found('unanswered'), await found('waiting'), await found('answered', '%')]).toEqual([
    [],
    [],
    [jan.nudgeId],
  ]);
});

test('a mail is shown in the words that were sent, though it is drawn otherwise by now; its links open nothing and its pace is untold', async () => {
  const { db, desk, renderer, templates } = await aHouse();
  const sent = await anAssignedMail(db, 'Mei', 'accepted');
  const { words: kept } = await composeNudge(renderer, await readMessage(db, sent.messageId), now);
  await db
    .updateTable('message')
    .set({ ...kept })
    .where('id', '=', sent.messageId)
    .execute();
  templates[templateKey('flood-2011/keep-stock', 'case', 'en')] = { ...drawn, text: 'Other words' };
  const opened = await desk.open(sent.nudgeId, 'en', now);
  expect(opened?.mail).toMatchObject({ asSent: true, subject: 'A plant is gone' });
  expect(opened?.mail?.text).toMatch(/What the mail says\. Mei, Motors as they chose/);
  const link = /\/n\/(\S+)/.exec(opened?.mail?.text ?? '')?.[1] ?? '';
  expect(await openNudge(answerContext(db), link, now)).toEqual({ ok: false, reason: 'gone' });
});

test('before it leaves it is shown as it would be written, and when it is drawn no longer that is said', async () => {
  const { db, desk, renderer } = await aHouse();
  const sent = await anAssignedMail(db, 'Mei', 'planned');
  expect((await desk.open(sent.nudgeId, 'en', now))?.mail).toMatchObject({ asSent: false });
  renderer.templates = shelfOf({});
  expect((await desk.open(sent.nudgeId, 'en', now))?.mail).toBeNull();
});

test('a mail that did not arrive goes again, on the next morning of its reader, and the links of the first still open it', async () => {
  const { db, desk } = await aHouse();
  const sent = await anAssignedMail(db, 'Mei', 'bounced');
  expect(await desk.sendAgain(sent.nudgeId, 'asked', now)).toEqual({ ok: false, reason: 'on-its-way' });
  expect(await desk.sendAgain(sent.nudgeId, 'not-arrived', now)).toEqual({ ok: true, on: '2026-11-24' });
  const nudge = await db.selectFrom('nudge').selectAll().where('id', '=', sent.nudgeId).executeTakeFirstOrThrow();
  expect(await readMessage(db, nudge.message_id)).toMatchObject({ state: 'planned', again_of: sent.messageId });
  expect(await openNudge(answerContext(db), sent.token, now)).toMatchObject({ ok: true, found: { closed: false } });
  expect((await desk.open(sent.nudgeId, 'en', now))?.sendings).toHaveLength(2);
  expect(await acts(db)).toEqual([['sent-mail-again', emailOf('Mei')]]);
});

test('the mail that goes again bears the links of the first', async () => {
  const { db, desk, renderer } = await aHouse();
  const sent = await anAssignedMail(db, 'Mei', 'accepted');
  await desk.sendAgain(sent.nudgeId, 'asked', now);
  const nudge = await db.selectFrom('nudge').selectAll().where('id', '=', sent.nudgeId).executeTakeFirstOrThrow();
  const first = await composeNudge(renderer, await readMessage(db, sent.messageId), now).catch(() => null);
  const again = await composeNudge(renderer, await readMessage(db, nudge.message_id), now);
  expect(first).toBeNull();
  const link = /\/n\/([\w.-]+)/.exec(Buffer.from(again.raw).toString().replaceAll(/=\r\n/g, ''))?.[1] ?? '';
  expect(await openNudge(answerContext(db), link, now)).toMatchObject({ ok: true });
});

test('nobody is sent a mail again who answered it, wants none or cannot be reached, and nobody more often than the limit', async () => {
  const { db, desk } = await aHouse();
  const again = (nudgeId: number) => desk.sendAgain(nudgeId, 'asked', now);
  const answered = await anAssignedMail(db, 'Mei', 'accepted');
  await recordAnswer(answerContext(db), answered.token, { choice: 'a', sureness: 'sure' }, now);
  expect(await again(answered.nudgeId)).toEqual({ ok: false, reason: 'answered' });
  const jan = await anAssignedMail(db, 'Jan', 'accepted');
  const state = async (set: object) =>
    db
      .updateTable('person')
      .set(set)
      .where('id', '=', await personIdOf(db, 'Jan'))
      .execute();
  await state({ unsubscribed_at: now });
  expect(await again(jan.nudgeId)).toEqual({ ok: false, reason: 'no-mail-for-now' });
  await state({ unsubscribed_at: null, paused_until: '2026-12-01' });
  expect(await again(jan.nudgeId)).toEqual({ ok: false, reason: 'no-mail-for-now' });
  await state({ paused_until: null });
  await suppress(db, { address: emailOf('Jan'), kind: 'hard', reason: '550', since: now, until: null });
  expect(await again(jan.nudgeId)).toEqual({ ok: false, reason: 'address-refused' });
  await db.deleteFrom('suppression').execute();
  for (let sent = 1; sent < mostSendings; sent += 1) {
    expect(await again(jan.nudgeId)).toMatchObject({ ok: true });
    await db.updateTable('message').set({ state: 'accepted' }).where('again_of', 'is not', null).execute();
  }
  expect(await again(jan.nudgeId)).toEqual({ ok: false, reason: 'often-enough' });
});

test('a mail is taken back as long as it has not left, and that is written down', async () => {
  const { db, desk } = await aHouse();
  const planned = await anAssignedMail(db, 'Mei', 'planned');
  const gone = await anAssignedMail(db, 'Jan', 'accepted');
  expect(await desk.withdraw(planned.nudgeId, now)).toBe('withdrawn');
  expect(await desk.withdraw(gone.nudgeId, now)).toBe('left');
  expect((await desk.open(planned.nudgeId, 'en', now))?.line.outcome.text).toContain('a trainer took it back');
  expect(await acts(db)).toEqual([['withdrew-mail', emailOf('Mei')]]);
});

test('she previews any lesson for somebody of hers, and for nobody else', async () => {
  const { db, desk, renderer } = await aHouse();
  const everyCase = aCatalogue().cases.map(({ id }) => [templateKey(`${id}/keep-stock`, 'case', 'en'), drawn]);
  renderer.templates = shelfOf(Object.fromEntries(everyCase));
  const asked = async (name: string) => ({
    personId: await personIdOf(db, name),
    lessonId: 'keep-stock',
    kind: 'case' as const,
  });
  expect(await desk.preview(await asked('Mei'), now)).toMatchObject({ ok: true, reader: 'Mei' });
  expect(await desk.preview(await asked('Olga'), now)).toEqual({ ok: false, reason: 'no-such-person', reader: '' });
  expect(await desk.sendToMe(await asked('Olga'), now)).toBe('no-such-preview');
  expect(await desk.sendToMe(await asked('Mei'), now)).toBe('sent');
  const [letter] = await db.selectFrom('message').selectAll().where('purpose', '=', 'preview').execute();
  expect(letter).toMatchObject({ address: trainer, person_id: null });
  expect(letter?.letter).toMatch(/Preview: A plant is gone/);
  expect(letter?.letter).toMatch(/<body><p lang=.*went to you alone/);
  const link = /\/n\/([\w.-]+)/.exec(letter?.letter ?? '')?.[1] ?? '';
  expect(await recordAnswer(answerContext(db), link, { choice: 'b', sureness: 'sure' }, now)).toMatchObject({
    ok: false,
  });
  expect(await db.selectFrom('nudge').selectAll().execute()).toEqual([]);
  for (let sent = 1; sent < mostPreviewsAnHour; sent += 1) await desk.sendToMe(await asked('Mei'), now);
  expect(await desk.sendToMe(await asked('Mei'), now)).toBe('often-enough');
});
