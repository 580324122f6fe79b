import { fateUnknown, type MessageState, neverArrives, wentOut } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { type MailLine, mailLines } from '../recent-mail.ts';
import type { TeamScope } from '../team-scope.ts';

/** Which mails are listed, as the filter of the page names them. */
export const mailGroups = ['all', 'waiting', 'not-arrived', 'unanswered', 'answered'] as const;

export type MailGroup = (typeof mailGroups)[number];

/** `find` is a part of a name or address; pages count from one. */
export type MailsAsked = { group: MailGroup; find: string; page: number };

export type MailsFound = { lines: MailLine[]; page: number; more: boolean };

/** Rows of a page. */
const most = 25;

const waiting = ['planned', 'queued', 'claimed', 'sending', 'deferred'] as const satisfies readonly MessageState[];

/** One page of the mails of some teams, the newest first. `which` as in `recentMail`. */
export async function findMails(
  db: Db,
  teams: TeamScope,
  which: 'all' | 'assigned',
  { group, find, page }: MailsAsked,
): Promise<MailsFound> {
  let query = db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select('nudge.id')
    .orderBy('nudge.id', 'desc')
    .offset((page - 1) * most)
    .limit(most + 1);
  if (which === 'assigned') query = query.where('nudge.assignment_id', 'is not', null);
  if (teams !== 'house') query = query.where('person.team_id', 'in', [...teams]);
  const states = statesOf[group];
  if (states) query = query.where('message.state', 'in', states);
  if (group === 'answered' || group === 'unanswered')
    query = query.where((eb) => {
      const answered = eb.exists(eb.selectFrom('answer').select('answer.id').whereRef('nudge_id', '=', 'nudge.id'));
      return group === 'answered' ? answered : eb.not(answered);
    });
  const part = find.trim().toLowerCase();
  if (part !== '')
    query = query.where((eb) =>
      eb.or([
        eb(eb.fn('lower', ['person.name']), 'like', `%${likeText(part)}%`),
        eb('person.email', 'like', `%${likeText(part)}%`),
      ]),
    );
  const ids = (await query.execute()).map(({ id }) => id);
  return { lines: await mailLines(db, ids.slice(0, most)), page, more: ids.length > most };
}

const statesOf: Record<MailGroup, readonly MessageState[] | null> = {
  all: null,
  waiting,
  'not-arrived': [...neverArrives, ...fateUnknown],
  unanswered: wentOut,
  answered: null,
};

/** A wildcard that somebody types finds nothing more than it did: it is left out. */
const likeText = (text: string) => text.replaceAll(/[%_\\]/g, '');
