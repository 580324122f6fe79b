import { signToken } from '../answers/token.ts';
import { addressesIn } from '../catalogue/addresses.ts';
import type { Catalogue, Library } from '../catalogue/catalogue.ts';
import { HouseError } from '../house-error.ts';
import { firstLanguage, type Language } from '../i18n/languages.ts';
import { wordsIn } from '../i18n/words.ts';
import { composeMessage, mailDomain, messageIdFor } from '../mail/compose-message.ts';
import { splice } from '../mail/splice.ts';
import { type MailHoles, type Stencil, type Stencils, stencilKey } from '../mail/stencil.ts';
import { expectedRecalls } from '../mail/team-bar.ts';
import { dayMs } from '../memory/forgetting-curve.ts';
import { reasonSentence } from '../planning/reason-sentence.ts';
import type { Db } from '../store/open-store.ts';
import type { Instant, MessageRow, NudgeRow, PersonRow } from '../store/schema.ts';
import { readExplanation } from './explanation.ts';
import { readTeamBar } from './read-team-bar.ts';
import { reasonSpeech } from './reason-speech.ts';

export type NudgePress = {
  db: Db;
  library: Library;
  stencils: Stencils;
  secret: string;
  siteUrl: string;
  from: string;
};

/** The id no stored nudge or person has: a preview's links are signed for it, so they open a page that says so and nothing else. */
export const noNudge = 0;

/** After its question has closed, a link still shows the answer for this long: people read old mail. */
const linkKeepDays = 180;

/** An unsubscribe link lives as long as anybody may keep the mail. */
const unsubscribeKeepDays = 3650;

/** The mail of one nudge, with its links signed for this person. */
export async function composeNudge(
  press: NudgePress,
  message: MessageRow,
): Promise<{ messageId: string; raw: Uint8Array }> {
  const nudge = await press.db
    .selectFrom('nudge')
    .selectAll()
    .where('message_id', '=', message.id)
    .executeTakeFirstOrThrow();
  const person = await press.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', nudge.person_id)
    .executeTakeFirstOrThrow();
  const bar = await readTeamBar(press.db, person.team_id, nudge.lesson_id, message.due_at);
  const { stencil, language } = stencilFor(press.stencils, nudge, person.language);
  const holes = await holesFor(press, nudge, person, bar, language);
  const filled = splice(stencil, holes, bar);
  const messageId = messageIdFor(press.secret, message.id, mailDomain(press.from));
  const raw = await composeMessage({
    from: press.from,
    to: { name: person.name, address: person.email },
    ...filled,
    messageId,
    date: message.due_at,
    list: { unsubscribeUrl: holes.unsubscribeUrl, id: `nudges.${mailDomain(press.from)}` },
  });
  return { messageId, raw };
}

/** The words of a nudge for one person, without sending it: for previews. */
export async function fillNudge(press: NudgePress, nudge: NudgeRow, now: Instant): Promise<Stencil> {
  const person = await press.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', nudge.person_id)
    .executeTakeFirstOrThrow();
  const bar = await readTeamBar(press.db, person.team_id, nudge.lesson_id, now);
  const { stencil, language } = stencilFor(press.stencils, nudge, person.language);
  return splice(stencil, await holesFor(press, nudge, person, bar, language), bar);
}

/** The mail as drawn in the person's language; where nobody has translated its case, the English one, and then all of it is English. */
function stencilFor(stencils: Stencils, nudge: NudgeRow, wanted: Language): { stencil: Stencil; language: Language } {
  const inTurn: Language[] = [wanted, firstLanguage];
  for (const language of inTurn) {
    const stencil = stencils[stencilKey(nudge.question_id, nudge.kind, language)];
    if (stencil) return { stencil, language };
  }
  throw new HouseError(
    'STENCIL_MISSING',
    `No mail of the kind "${nudge.kind}" was drawn for ${nudge.question_id}.`,
    'Run npm run build; what it asks may have been renamed since it was planned.',
  );
}

/** Whoever promised a step is asked because of that; everybody else because of what they have in common with a case. */
function whyNow(nudge: NudgeRow, catalogue: Catalogue): string {
  if (nudge.kind === 'did-you') return wordsIn(catalogue.language).mail['did-you'].why;
  return reasonSentence(readExplanation(nudge.explanation), reasonSpeech(catalogue), nudge.kind);
}

async function holesFor(
  press: NudgePress,
  nudge: NudgeRow,
  person: PersonRow,
  bar: readonly number[],
  language: Language,
): Promise<MailHoles> {
  const { secret, siteUrl } = press;
  const team = await press.db
    .selectFrom('team')
    .select('name')
    .where('id', '=', person.team_id)
    .executeTakeFirstOrThrow();
  const answerUrl = `${siteUrl}/n/${signToken(secret, 'nudge', nudge.id, nudge.closes_at + linkKeepDays * dayMs)}`;
  const words = wordsIn(language).mail;
  return {
    addressee: words.addressee(person.name, team.name),
    why: whyNow(nudge, press.library[language]),
    siteUrl,
    answerUrl,
    caseUrl: `${siteUrl}${addressesIn(language).case(nudge.case_id)}`,
    preferencesUrl: `${answerUrl}/preferences`,
    pace: words.paces[person.pace],
    unsubscribeUrl: `${siteUrl}/u/${signToken(secret, 'unsubscribe', nudge.id === noNudge ? noNudge : person.id, nudge.closes_at + unsubscribeKeepDays * dayMs)}`,
    teamLine: words.teamLine(expectedRecalls(bar), bar.length),
  };
}
