import { takenBackFrom } from '#core/delivery/message-state.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import { readAskedVersion } from '#server/answers/asked-versions.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import type { MailTemplate } from '#server/mail/mail-template.ts';
import { type Drawn, fillForOthers, type NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { readMailedText } from '#server/nudges/mailed-texts.ts';
import { type PreviewOutcome, previewNudge } from '#server/nudges/preview-nudge.ts';
import { cancelPending } from '#server/outbox/outbox.ts';
import type { DeskPart } from '../desk-part.ts';
import { mailLines } from '../recent-mail.ts';
import { type ShownMail, shownMail } from '../shown-mail.ts';
import { sees } from '../team-scope.ts';
import { findMails, type MailsAsked } from './find-mails.ts';
import { readLife, type Sending } from './mail-life.ts';
import { mailPreview, previewLetter } from './preview-letter.ts';
import {
  type AgainOutcome,
  type AgainReason,
  type AgainRefusal,
  againReasons,
  againRefusal,
  type Mail,
  readMail,
  sendAgain,
} from './send-again.ts';

export type ListedMails = { lines: ShownMail[]; page: number; more: boolean };

/** A mail as it was written: `true` its own words, `false` those of today because it has not left or nothing was kept. */
export type AsWritten = MailTemplate & { language: Language; asSent: boolean };

export type OpenedMail = {
  line: ShownMail;
  personId: number;
  teamId: number;
  sendings: Sending[];
  mail: AsWritten | null;
  /** Whether it has not left and may be taken back. */
  mayWithdraw: boolean;
  /** Why it may not be sent again, for each reason for which it could be; `null` where it may. */
  again: Record<AgainReason, AgainRefusal | null>;
};

export type PreviewAsked = { personId: number; lessonId: string; kind: NudgeKind };

/** Why a withdrawn mail did not go, as it is stored. */
export const withdrawnByTrainer = 'a trainer withdrew it';

/** Mails of a trainer's teams as they were sent, and previews of those that could be. Where results are not shown, assigned mails alone. */
export class MailsDesk {
  private readonly part: DeskPart;
  private readonly renderer: NudgeRenderer;

  constructor(part: DeskPart, renderer: NudgeRenderer) {
    this.part = part;
    this.renderer = renderer;
  }

  async list(asked: MailsAsked, language: Language, now: Instant): Promise<ListedMails> {
    const { rules, scope } = this.part;
    await this.part.noteLook(null, now);
    const { lines, ...at } = await findMails(this.db, scope, this.which, asked);
    return { ...at, lines: lines.map((line) => shownMail(line, rules.showByName, language)) };
  }

  /** `null` when there is no such mail, or it is not theirs to see. */
  async open(nudgeId: number, language: Language, now: Instant): Promise<OpenedMail | null> {
    const mail = await this.ownMail(nudgeId);
    const [line] = mail ? await mailLines(this.db, [nudgeId]) : [];
    if (!mail || !line) return null;
    await this.part.noteLook(mail.person.team_id, now);
    const again = { 'not-arrived': null, asked: null } satisfies Record<AgainReason, null>;
    const refusals: Record<AgainReason, AgainRefusal | null> = { ...again };
    for (const why of againReasons) refusals[why] = await againRefusal(this.db, mail, why, now);
    return {
      line: shownMail(line, this.part.rules.showByName, language),
      personId: mail.person.id,
      teamId: mail.person.team_id,
      sendings: await readLife(this.db, mail.message, line.answer !== null),
      mail: await this.asWritten(mail, now),
      mayWithdraw: takenBackFrom.some((state) => state === mail.message.state),
      again: refusals,
    };
  }

  /** The same mail alone, for the frame in which it is shown. */
  async body(nudgeId: number, now: Instant): Promise<string | null> {
    const mail = await this.ownMail(nudgeId);
    return (mail && (await this.asWritten(mail, now)))?.html ?? null;
  }

  async sendAgain(nudgeId: number, why: AgainReason, now: Instant): Promise<AgainOutcome> {
    const mail = await this.ownMail(nudgeId);
    if (!mail) return { ok: false, reason: 'gone' };
    const outcome = await sendAgain(this.db, nudgeId, why, now);
    if (outcome.ok) await this.part.note('sent-mail-again', mail.person.team_id, mail.person.email, now);
    return outcome;
  }

  /** Takes a mail back unless it has left. */
  async withdraw(nudgeId: number, now: Instant): Promise<'withdrawn' | 'left' | 'gone'> {
    const mail = await this.ownMail(nudgeId);
    if (!mail) return 'gone';
    await cancelPending(this.db, [mail.message.id], withdrawnByTrainer);
    const after = await readMail(this.db, nudgeId);
    if (after?.message.reply !== withdrawnByTrainer) return 'left';
    await this.part.note('withdrew-mail', mail.person.team_id, mail.person.email, now);
    return 'withdrawn';
  }

  /** Names and ids of a team that is theirs. */
  people(teamId: number): Promise<{ id: number; name: string }[]> {
    return this.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('team_id', '=', this.part.ownTeam(teamId))
      .orderBy('name')
      .execute();
  }

  async teamOf(personId: number): Promise<number | null> {
    return (await this.ownPerson(personId))?.team_id ?? null;
  }

  /** The mail somebody of theirs would get on a lesson. Nothing is saved, and its links open nothing. */
  async preview(asked: PreviewAsked, now: Instant): Promise<PreviewOutcome & { reader: string }> {
    const person = await this.ownPerson(asked.personId);
    const { weights } = this.part.planner;
    if (person) await this.part.noteLook(person.team_id, now);
    const outcome = await previewNudge(this.renderer, { ...asked, person, now, weights });
    return { ...outcome, reader: person?.name ?? '' };
  }

  /** Mails a preview to the trainer herself, and to nobody else. */
  async sendToMe(asked: PreviewAsked, now: Instant): Promise<'sent' | 'often-enough' | 'no-such-preview'> {
    const outcome = await this.preview(asked, now);
    if (!outcome.ok) return 'no-such-preview';
    const letter = previewLetter(outcome.mail, outcome.reader);
    return (await mailPreview(this.db, this.part.trainer, letter, now)) ? 'sent' : 'often-enough';
  }

  private get db() {
    return this.part.planner.db;
  }

  /** Which lesson comes at somebody's own pace, and how soon again, follows from how they answered. */
  private get which(): 'all' | 'assigned' {
    return this.part.rules.showByName === 'results' ? 'all' : 'assigned';
  }

  private async ownMail(nudgeId: number): Promise<Mail | null> {
    const mail = await readMail(this.db, nudgeId);
    if (!mail || !sees(this.part.scope, mail.person.team_id)) return null;
    return this.which === 'all' || mail.nudge.assignment_id !== null ? mail : null;
  }

  private async ownPerson(id: number): Promise<PersonRow | undefined> {
    const person = await this.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    return person && sees(this.part.scope, person.team_id) ? person : undefined;
  }

  private async asWritten({ nudge, message }: Mail, now: Instant): Promise<AsWritten | null> {
    const drawn = await this.drawnThen(message.asked, message.mailed);
    const mail = await fillForOthers(this.renderer, nudge, drawn, now);
    return mail && { ...mail, asSent: drawn !== null };
  }

  private async drawnThen(asked: string | null, mailed: string | null): Promise<Drawn | null> {
    const version = await readAskedVersion(this.db, asked);
    const template = await readMailedText(this.db, mailed);
    return version && template ? { template, language: version.language } : null;
  }
}
