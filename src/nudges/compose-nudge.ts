import type { z } from 'zod';
import { signToken } from '../answers/token.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { reasonWords } from '../catalogue/reason-words.ts';
import type { Vocabulary } from '../catalogue/vocabulary.ts';
import { HouseError } from '../house-error.ts';
import { composeMessage, mailDomain, messageIdFor } from '../mail/compose-message.ts';
import { splice } from '../mail/splice.ts';
import { type MailHoles, type Stencil, type Stencils, stencilKey } from '../mail/stencil.ts';
import { teamLine } from '../mail/team-bar.ts';
import { dayMs, retrievability } from '../memory/forgetting-curve.ts';
import { reasonSentence } from '../planning/reason-sentence.ts';
import type { NudgeKind } from '../planning/world.ts';
import type { Db } from '../store/open-store.ts';
import type { Instant, MessageRow, NudgeRow, PersonRow } from '../store/schema.ts';
import { explanationSchema } from './explanation.ts';

export type NudgePress = {
  db: Db;
  catalogue: Catalogue;
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

const paceWords = {
  'twice-a-week': 'twice a week',
  weekly: 'weekly',
  fortnightly: 'every two weeks',
  monthly: 'monthly',
} as const;

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
  const bar = await teamBar(press.db, person.team_id, nudge.lesson_id, message.due_at);
  const holes = await holesFor(press, nudge, person, bar);
  const filled = splice(stencilFor(press.stencils, nudge), holes, bar);
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
  const bar = await teamBar(press.db, person.team_id, nudge.lesson_id, now);
  return splice(stencilFor(press.stencils, nudge), await holesFor(press, nudge, person, bar), bar);
}

function stencilFor(stencils: Stencils, nudge: NudgeRow): Stencil {
  const stencil = stencils[stencilKey(nudge.question_id, nudge.kind, 'en')];
  if (stencil) return stencil;
  throw new HouseError(
    'STENCIL_MISSING',
    `No mail was drawn for the question ${nudge.question_id}.`,
    'Run npm run build; the question may have been renamed since it was planned.',
  );
}

async function holesFor(
  press: NudgePress,
  nudge: NudgeRow,
  person: PersonRow,
  bar: readonly number[],
): Promise<MailHoles> {
  const { secret, siteUrl } = press;
  const team = await press.db
    .selectFrom('team')
    .select('name')
    .where('id', '=', person.team_id)
    .executeTakeFirstOrThrow();
  const answerUrl = `${siteUrl}/n/${signToken(secret, 'nudge', nudge.id, nudge.closes_at + linkKeepDays * dayMs)}`;
  const explanation = explanationSchema.parse(JSON.parse(nudge.explanation));
  return {
    addressee: `${person.name}, ${team.name}`,
    why: whyThisPerson(explanation, nudge.kind, press.catalogue.vocabulary),
    answerUrl,
    caseUrl: `${siteUrl}/cases/${nudge.case_id}/`,
    preferencesUrl: `${answerUrl}/preferences`,
    pace: paceWords[person.pace],
    unsubscribeUrl: `${siteUrl}/u/${signToken(secret, 'unsubscribe', nudge.id === noNudge ? noNudge : person.id, nudge.closes_at + unsubscribeKeepDays * dayMs)}`,
    teamLine: teamLine(bar),
  };
}

function whyThisPerson(
  explanation: z.infer<typeof explanationSchema>,
  kind: NudgeKind,
  vocabulary: Vocabulary,
): string {
  const sentence = reasonSentence(explanation.reasons, reasonWords(vocabulary), kind);
  if (explanation.assignmentId === null) return sentence;
  return explanation.reasons.length > 0 ? `Your trainer assigned it. ${sentence}` : 'Your trainer assigned it.';
}

/** Chances of recall of everybody in the team, warmest first: no name can be read off it. */
async function teamBar(db: Db, teamId: number, lessonId: string, now: Instant): Promise<number[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('memory', (join) =>
      join.onRef('memory.person_id', '=', 'person.id').on('memory.lesson_id', '=', lessonId),
    )
    .select(['memory.stability', 'memory.difficulty', 'memory.met_at'])
    .where('person.team_id', '=', teamId)
    .execute();
  const chances = rows.map(({ stability, difficulty, met_at }) =>
    stability === null || difficulty === null || met_at === null
      ? 0
      : retrievability({ stability, difficulty, metAt: met_at }, now),
  );
  return chances.sort((a, b) => b - a);
}
