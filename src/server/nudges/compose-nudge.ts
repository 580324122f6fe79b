import { addressesIn } from '#catalogue/addresses.ts';
import { stepFor } from '#catalogue/asked.ts';
import { versionNow } from '#catalogue/asked-version.ts';
import { type Catalogue, findCase, findLesson, type Library } from '#catalogue/catalogue.ts';
import { isOfHouse } from '#catalogue/house-id.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import { AppError } from '#core/errors/app-error.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { reasonSentence } from '#core/planning/reason-sentence.ts';
import { formatsIn } from '#i18n/format.ts';
import { firstLanguage, type Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { keepAskedVersion } from '#server/answers/asked-versions.ts';
import { ownPageToken } from '#server/answers/own-page-token.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import type { Instant, MessageRow, NudgeRow, PersonRow } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { composeMessage, mailDomain, messageIdFor } from '#server/mail/compose-message.ts';
import { fillTemplate } from '#server/mail/fill-template.ts';
import { type MailPlaceholders, type MailTemplate, templateKey } from '#server/mail/mail-template.ts';
import { expectedRecalls, type TeamBar } from '#server/mail/team-bar.ts';
import type { TemplateShelf } from '#server/mail/template-shelf.ts';
import type { SentWords } from '#server/outbox/message-steps.ts';
import { readExplanation } from './explanation.ts';
import { keepMailedText } from './mailed-texts.ts';
import { readTeamBar } from './read-team-bar.ts';
import { readerOfAnswers } from './reader-of-answers.ts';
import { reasonSpeech } from './reason-speech.ts';
import { saidBesides } from './said-besides.ts';
import { whoMayPay } from './who-may-pay.ts';

export type NudgeRenderer = {
  db: Db;
  library: Library;
  templates: TemplateShelf;
  keys: Keyring;
  siteUrl: string;
  from: string;
  /** Who reads answers where no trainer is named for the team; `null`: nobody is named. */
  replyTo: string | null;
  /** People in post from which on a team is told of its memory. */
  smallestTeam: number;
  /** What the mail says of what is kept: for how many months, and what trainers see of it. */
  kept: { months: number; shown: 'done' | 'results' };
};

/** The row that no stored nudge or person is: a preview's links are signed for it, so they open a page that says so and nothing else. */
export const noRow: KeyedRow = { id: 0, key: null };

/** After its question has closed, a link still shows the answer for this long: people read old mail. */
const linkKeepDays = 180;

/** An unsubscribe link lives as long as anybody may keep the mail. */
export const unsubscribeKeepDays = 3650;

/** The mail of one nudge as it leaves at `now`, with its links signed for this person. */
export async function composeNudge(
  renderer: NudgeRenderer,
  message: MessageRow,
  now: Instant,
): Promise<{ messageId: string; raw: Uint8Array; words: SentWords }> {
  const nudge = await renderer.db
    .selectFrom('nudge')
    .selectAll()
    .where('message_id', '=', message.id)
    .executeTakeFirstOrThrow();
  const person = await renderer.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', nudge.person_id)
    .executeTakeFirstOrThrow();
  const bar = await readTeamBar(renderer.db, person.team_id, nudge.lesson_id, renderer.smallestTeam, now);
  const { template, language } = templateFor(renderer.templates, nudge, person.language);
  const links = { nudge: { id: nudge.id, key: nudge.link_key ?? message.key }, person };
  const placeholders = await placeholdersFor(renderer, nudge, person, links, bar, language);
  const filled = fillTemplate(template, placeholders, bar ?? []);
  const reader = await readerOfAnswers(renderer.db, person.team_id, renderer.replyTo);
  const messageId = messageIdFor(renderer.keys[0].secret, message, mailDomain(renderer.from));
  const raw = await composeMessage({
    from: renderer.from,
    to: { name: person.name, address: person.email },
    ...(reader && { replyTo: reader }),
    ...filled,
    messageId,
    date: now,
    list: { unsubscribeUrl: placeholders.unsubscribeUrl, id: `nudges.${mailDomain(renderer.from)}` },
  });
  return { messageId, raw, words: await keepWords(renderer, nudge, template, language, now) };
}

/** What was asked and the words it was asked in, kept as they are today. */
async function keepWords(
  { db, library }: NudgeRenderer,
  nudge: NudgeRow,
  template: MailTemplate,
  language: Language,
  now: Instant,
): Promise<SentWords> {
  const version = versionNow(library[language], nudge);
  return {
    asked: version && (await keepAskedVersion(db, version, now)),
    mailed: await keepMailedText(db, template, now),
  };
}

/** A mail as drawn, in a language. */
export type Drawn = { template: MailTemplate; language: Language };

/**
 * The words of a nudge for others than its reader: a preview, or a mail that was sent. Its links open nothing, and how often its reader wants mail is not said. `drawn`
 * is the mail as it was drawn then, or `null` for as it is drawn now. Returns `null` when it is drawn no longer.
 */
export async function fillForOthers(
  renderer: NudgeRenderer,
  nudge: NudgeRow,
  drawn: Drawn | null,
  now: Instant,
): Promise<(MailTemplate & { language: Language }) | null> {
  const person = await renderer.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', nudge.person_id)
    .executeTakeFirstOrThrow();
  const bar = await readTeamBar(renderer.db, person.team_id, nudge.lesson_id, renderer.smallestTeam, now);
  const found = drawn ?? findTemplate(renderer.templates, nudge, person.language);
  if (!found) return null;
  const { template, language } = found;
  const told = { ...nudge, explanation: JSON.stringify({ ...readExplanation(nudge.explanation), slowedTo: null }) };
  const placeholders = await placeholdersFor(renderer, told, person, { nudge: noRow, person: noRow }, bar, language);
  const pace = wordsIn(language).mails.asTheyChose;
  return { ...fillTemplate(template, { ...placeholders, pace }, bar ?? []), language };
}

/** The mail as drawn in the person's language; where nobody has translated its case, the English one, and then all of it is English. */
function templateFor(templates: TemplateShelf, nudge: NudgeRow, wanted: Language): Drawn {
  const found = findTemplate(templates, nudge, wanted);
  if (found) return found;
  throw new AppError('MAIL_TEMPLATE_MISSING', { kind: nudge.kind, asked: nudge.question_id });
}

function findTemplate(templates: TemplateShelf, nudge: NudgeRow, wanted: Language): Drawn | null {
  const inTurn: Language[] = [wanted, firstLanguage];
  for (const language of inTurn) {
    const template = templates.find(templateKey(nudge.question_id, nudge.kind, language));
    if (template) return { template, language };
  }
  return null;
}

/** Whoever promised a step is asked because of that; everybody else because of what they have in common with a case. */
function whyNow(nudge: NudgeRow, catalogue: Catalogue): string {
  const { mail } = wordsIn(catalogue.language);
  if (nudge.kind === 'did-you') return mail['did-you'].why;
  const explanation = readExplanation(nudge.explanation);
  const why = reasonSentence(explanation, reasonSpeech(catalogue), nudge.kind);
  if (!explanation.slowedTo) return why;
  return [why, mail.slowed(mail.paces[explanation.slowedTo])].join(formatsIn(catalogue.language).gap);
}

/** The step of the case where it is this person's work, else that of its lesson for their role, else whose work it is. */
function mondayFor(nudge: NudgeRow, { role }: PersonRow, catalogue: Catalogue): string {
  const { monday } = findCase(catalogue, nudge.case_id);
  if (monday.roles.some((own) => own === role)) return monday.action;
  const step = stepFor(findLesson(catalogue, nudge.lesson_id), role);
  if (step) return step.action;
  const roles = monday.roles.map((own) => reasonWords(catalogue).role(own).toLowerCase());
  return wordsIn(catalogue.language).mail.passOn(formatsIn(catalogue.language).list(roles), monday.action);
}

/** Whoever gets their first mail is told where their address came from, and what they may do. */
async function keptSaid(
  { db, kept, replyTo }: NudgeRenderer,
  { id, team_id }: PersonRow,
  language: Language,
): Promise<string> {
  const { mail, mails, privacy } = wordsIn(language);
  const said = mail.kept[kept.shown](privacy.months(kept.months));
  const earlier = await db
    .selectFrom('message')
    .select('id')
    .where('person_id', '=', id)
    .where('purpose', 'in', ['nudge', 'welcome'])
    .where('accepted_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (earlier) return said;
  const reader = await readerOfAnswers(db, team_id, replyTo);
  const toWhom = reader === null ? [] : [mails.replies(reader)];
  return [mail.kept.first, said, ...toWhom, mail.kept.firstMore].join(formatsIn(language).gap);
}

/** What is said besides; where there is nothing, who may pay, in one line. */
async function besidesOf(
  { db, library }: NudgeRenderer,
  nudge: NudgeRow,
  teamId: number,
  language: Language,
): Promise<string[]> {
  const besides = await saidBesides(db, nudge, language);
  return besides.length > 0 ? besides : whoMayPay(db, library[language], nudge, teamId, language);
}

async function placeholdersFor(
  renderer: NudgeRenderer,
  nudge: NudgeRow,
  person: PersonRow,
  links: { nudge: KeyedRow; person: KeyedRow },
  bar: TeamBar | null,
  language: Language,
): Promise<MailPlaceholders> {
  const { keys, siteUrl } = renderer;
  const team = await renderer.db
    .selectFrom('team')
    .select('name')
    .where('id', '=', person.team_id)
    .executeTakeFirstOrThrow();
  const answerUrl = `${siteUrl}/n/${signToken(keys, 'nudge', links.nudge, nudge.closes_at + linkKeepDays * dayMs)}`;
  const words = wordsIn(language).mail;
  return {
    addressee: words.addressee(person.name, team.name),
    why: [
      whyNow(nudge, renderer.library[language]),
      ...(await besidesOf(renderer, nudge, person.team_id, language)),
    ].join(formatsIn(language).gap),
    siteUrl,
    monday: mondayFor(nudge, person, renderer.library[language]),
    answerUrl,
    caseUrl: isOfHouse(nudge.case_id) ? `${answerUrl}/case` : `${siteUrl}${addressesIn(language).case(nudge.case_id)}`,
    preferencesUrl: `${answerUrl}/preferences`,
    pace: words.paces[readExplanation(nudge.explanation).slowedTo ?? person.pace],
    kept: await keptSaid(renderer, person, language),
    ownPageUrl: `${siteUrl}/me/${ownPageToken(keys, links.person, nudge.closes_at)}`,
    unsubscribeUrl: `${siteUrl}/u/${signToken(keys, 'unsubscribe', links.person, nudge.closes_at + unsubscribeKeepDays * dayMs)}`,
    teamLine: bar ? words.teamLine(expectedRecalls(bar), bar.length) : words.teamTooSmall,
  };
}
