import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { readAskedVersion } from '#server/answers/asked-versions.ts';
import { openNudge } from '#server/answers/open-nudge.ts';
import { readSubscription } from '#server/answers/subscription.ts';
import { type MailTemplates, templateKey } from '#server/mail/mail-template.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { openOwnPage } from '#server/own-page/open-own-page.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { composeNudge, type NudgeRenderer } from './compose-nudge.ts';
import { readMailedText } from './mailed-texts.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

/** A text without its line breaks, as it is read. */
const said = (text = '') => text.replace(/\n/g, ' ');
const saidInJapanese = (text = '') => text.replace(/\n/g, '');

/** A nudge to Mei, its renderer, and the mail that the renderer makes of it. */
async function aMail(template = 'flood-2011/keep-stock') {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan', 'Ana'], now);
  await db.updateTable('person').set({ name: "Mei O'Hara & Co" }).where('name', '=', 'Mei').execute();
  const nudge = await aSentNudge(db, 'Mei', now, { state: 'planned' });
  const placeholders =
    '%%addressee%% %%why%% %%teamLine%% %%pace%%\n%%answerUrl%% %%caseUrl%% %%preferencesUrl%% %%unsubscribeUrl%%';
  const templates: MailTemplates = {
    [templateKey(template, 'case', 'en')]: {
      subject: 'A plant is gone',
      html: `<p>${placeholders}</p>`,
      text: placeholders,
    },
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
  const message = await readMessage(db, nudge.messageId);
  return { db, renderer, templates, message, nudge };
}

test('the mail is for its person, says why it came, and can be left with one click', async () => {
  const { renderer, message } = await aMail();
  const { raw, messageId } = await composeNudge(renderer, message, now);
  const mail = await simpleParser(Buffer.from(raw));
  expect(mail.to).toMatchObject({ value: [{ address: 'mei@kazehaya.example', name: "Mei O'Hara & Co" }] });
  expect(mail.messageId).toBe(messageId);
  expect(mail.date?.getTime()).toBe(now);
  expect(said(mail.text)).toContain(
    "Mei O'Hara & Co, Motors Nothing your team has told us ties it to this story. It comes for its rule. None of three of you",
  );
  expect(mail.html).toContain('Mei O&#39;Hara &amp; Co, Motors');
  const headers = new Map(mail.headerLines.map(({ key, line }) => [key, line]));
  expect(headers.get('list-unsubscribe')).toMatch(/<https:\/\/nodomoto\.example\/u\/u[a-z]\.[\w.-]+>/);
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(headers.get('auto-submitted')).toBe('Auto-Submitted: auto-generated');
  expect(headers.get('precedence')).toBe('Precedence: bulk');
});

test('in a small team the mail tells nobody what the others know', async () => {
  const { renderer, message } = await aMail();
  const { raw } = await composeNudge({ ...renderer, smallestTeam: 4 }, message, now);
  const mail = await simpleParser(Buffer.from(raw));
  expect(said(mail.text)).toContain('There is no count: among so few of you');
  expect(mail.text).not.toMatch(/[■□]|would likely recall/);
});

test('its date is the time at which it leaves, however late that is', async () => {
  const { renderer, message } = await aMail();
  const { raw } = await composeNudge(renderer, message, now + dayMs);
  expect((await simpleParser(Buffer.from(raw))).date?.getTime()).toBe(now + dayMs);
});

test('its links open this nudge, and the way out of this person, long after the question has closed', async () => {
  const { db, renderer, message, nudge } = await aMail();
  const { text = '' } = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  const answer = /\/n\/(\S+)/.exec(text)?.[1] ?? '';
  const leave = /\/u\/(\S+)/.exec(text)?.[1] ?? '';
  expect(await openNudge(answerContext(db), answer, now + 100 * dayMs)).toMatchObject({
    ok: true,
    found: { nudge: { id: nudge.nudgeId }, closed: true },
  });
  expect(await readSubscription(answerContext(db), leave, now + 3000 * dayMs)).toMatchObject({
    ok: true,
    email: 'mei@kazehaya.example',
  });
});

test('it names what it asked and in which words, and both are kept, the same for every reader', async () => {
  const { db, renderer, templates, message } = await aMail();
  const { words } = await composeNudge(renderer, message, now);
  expect(await readAskedVersion(db, words.asked)).toMatchObject({
    asked: { question: { id: 'flood-2011/keep-stock', choices: [{ id: 'wait-for-news' }, { id: 'ask-the-maker' }] } },
  });
  const text = await readMailedText(db, words.mailed);
  expect(text).toEqual(Object.values(templates)[0]);
  expect(JSON.stringify(text)).not.toContain('Mei');
  const other = await aSentNudge(db, 'Jan', now, { state: 'planned' });
  expect((await composeNudge(renderer, await readMessage(db, other.messageId), now)).words).toEqual(words);
});

test('composed again, a mail has the same Message-ID; another mail has another', async () => {
  const { db, renderer, message } = await aMail();
  const other = await aSentNudge(db, 'Jan', now, { state: 'planned' });
  const first = await composeNudge(renderer, message, now);
  expect((await composeNudge(renderer, message, now)).messageId).toBe(first.messageId);
  expect((await composeNudge(renderer, await readMessage(db, other.messageId), now)).messageId).not.toBe(
    first.messageId,
  );
});

test('a question whose mail was not drawn is named, with the mend', async () => {
  const { renderer, message } = await aMail('flood-2011/renamed');
  await expect(composeNudge(renderer, message, now)).rejects.toMatchObject({
    code: 'MAIL_TEMPLATE_MISSING',
    message: expect.stringContaining('flood-2011/keep-stock'),
    mend: expect.stringContaining('npm run build'),
  });
});

test('a Japanese reader gets the Japanese mail, its reason and its links in Japanese too', async () => {
  const { db, renderer, templates, message, nudge } = await aMail();
  const placeholders = '%%addressee%% %%why%% %%teamLine%% %%pace%%\n%%caseUrl%% %%answerUrl%%';
  const drawn = { subject: '工場がなくなった', html: `<p>${placeholders}</p>`, text: placeholders };
  templates[templateKey('flood-2011/keep-stock', 'case', 'ja')] = drawn;
  await db.updateTable('person').set({ language: 'ja' }).where('id', '=', nudge.personId).execute();
  const reasons = [{ kind: 'input', item: 'Valve', input: 'brake-valves', origin: 'JP' }];
  const explanation = JSON.stringify({ reasons, teamMemory: 0, gain: 0.1, assignmentId: 1 });
  await db.updateTable('nudge').set({ explanation }).where('id', '=', nudge.nudgeId).execute();
  const mail = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  expect(mail.subject).toBe('工場がなくなった');
  expect(saidInJapanese(mail.text)).toContain(
    '教育担当者が割り当てました。あなたのチームは「Valve」（日本語のbrake-valves）に頼っています。',
  );
  expect(saidInJapanese(mail.text)).toContain('3人のうち、この教訓を今日思い出せる人は、おそらくいません。 週に一回');
  expect(mail.text).toContain('https://nodomoto.example/ja/cases/flood-2011/');
});

test('a Japanese reader of a case that nobody has translated gets the English mail, all of it', async () => {
  const { db, renderer, message, nudge } = await aMail();
  await db.updateTable('person').set({ language: 'ja' }).where('id', '=', nudge.personId).execute();
  const { text = '' } = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  expect(said(text)).toContain(
    'Nothing your team has told us ties it to this story. It comes for its rule. None of three of you',
  );
  expect(text).toContain('https://nodomoto.example/cases/flood-2011/');
});

test('a mail that silence has slowed says so, and where to turn it back', async () => {
  const { db, renderer, message, nudge } = await aMail();
  const explanation = JSON.stringify({
    reasons: [],
    teamMemory: 0,
    gain: 0.1,
    assignmentId: null,
    slowedTo: 'monthly',
  });
  await db.updateTable('nudge').set({ explanation }).where('id', '=', nudge.nudgeId).execute();
  const { text = '' } = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  expect(said(text)).toContain(
    'You left the last ones unanswered, so mail now comes monthly; “Pace” below turns it back.',
  );
});

test('the thing for Monday is the reader’s own work: of the case, else of the lesson, else it is for a colleague', async () => {
  const { db, renderer, templates, message, nudge } = await aMail();
  templates[templateKey('flood-2011/keep-stock', 'case', 'en')] = {
    subject: 'x',
    html: '<p>x</p>',
    text: '%%monday%%',
  };
  const mondayOf = async (role: string) => {
    await db.updateTable('person').set({ role }).where('id', '=', nudge.personId).execute();
    return (await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw))).text?.trim();
  };
  expect(await mondayOf('buyer')).toBe('Ask one supplier where the part is made.');
  expect(await mondayOf('quality')).toBe('Write down which test would have found a changed maker.');
  expect(await mondayOf('hr')).toMatch(/^For a colleague \(buyer\), if you pass this on: Ask one supplier/);
});

test('the first mail says where the address came from and what may be done; each says what is kept', async () => {
  const { renderer, templates, message, db } = await aMail();
  for (const template of Object.values(templates)) template.text = '%%kept%%\n%%ownPageUrl%%';
  const first = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  expect(said(first.text)).toMatch(
    /^This is your first mail from Nodomoto\..*for 24 months.*not what\..*have it erased\./,
  );
  await aSentNudge(db, 'Jan', now - 7 * dayMs);
  await db.updateTable('message').set({ accepted_at: now }).where('address', '!=', message.address).execute();
  expect(said((await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw))).text)).toContain(
    'first mail',
  );
  await db.updateTable('message').set({ accepted_at: now }).execute();
  const later = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  expect(said(later.text)).toMatch(/^We keep what you answer for 24 months/);
});

test('the link to the reader’s own page opens it, for two months after the question closed, and nothing else does', async () => {
  const { renderer, templates, message, db } = await aMail();
  for (const template of Object.values(templates)) template.text = '%%ownPageUrl%% %%unsubscribeUrl%%';
  const mail = await simpleParser(Buffer.from((await composeNudge(renderer, message, now)).raw));
  const [own = '', leave = ''] = [...(mail.text ?? '').matchAll(/\/(?:me|u)\/([\w.-]+)/g)].map(([, token]) => token);
  const closes = now + 7 * dayMs;
  const open = (token: string, at: number) => openOwnPage(answerContext(db), token, at);
  expect(await open(own, closes + 59 * dayMs)).toMatchObject({
    ok: true,
    person: { id: message.person_id },
    teamName: 'Motors',
  });
  expect(await open(own, closes + 61 * dayMs)).toEqual({ ok: false, reason: 'expired' });
  expect(await open(leave, now)).toEqual({ ok: false, reason: 'foreign' });
});

test('what is answered to it goes to the trainer of the team, else to whom the house names, else to its sender; the first mail says so', async () => {
  const { db, renderer, templates, message, nudge } = await aMail();
  for (const template of Object.values(templates)) template.text = '%%kept%%';
  const read = async (replyTo: string | null) => {
    const mail = await simpleParser(Buffer.from((await composeNudge({ ...renderer, replyTo }, message, now)).raw));
    return { to: mail.replyTo?.text, says: said(mail.text) };
  };
  expect((await read(null)).to).toBeUndefined();
  expect((await read(null)).says).not.toContain('What you answer');
  const house = await read('training@works.example');
  expect(house.to).toBe('training@works.example');
  expect(house.says).toContain('What you answer to this mail goes to training@works.example.');
  const { team_id } = await db
    .selectFrom('person')
    .select('team_id')
    .where('id', '=', nudge.personId)
    .executeTakeFirstOrThrow();
  await db.insertInto('team_trainer').values({ team_id, email: 'tara@works.example' }).execute();
  expect((await read('training@works.example')).to).toBe('tara@works.example');
});
