import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openDatabase, type Store } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { messageIdFor } from '#server/mail/compose-message.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personRowOf } from '#testing/a-team-in-database.ts';
import { openNudge } from './open-nudge.ts';
import { recordAnswer } from './record-answer.ts';
import { readSubscription, unsubscribe } from './subscription.ts';
import { signToken } from './token.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

/** What may be in somebody's mailbox: whose it is, and the links and the Message-ID that it bears. */
type Left = { owner: string; answer: string; leave: string; messageId: string };

/** A store on the disk that mails people, is copied and put back, and remembers nothing of what was mailed. */
class CopiedStore {
  readonly left: Left[] = [];
  private people = 0;
  private hasBackup = false;

  private readonly folder: string;
  private store: Store;

  private constructor(folder: string, store: Store) {
    this.folder = folder;
    this.store = store;
  }

  static async in(folder: string): Promise<CopiedStore> {
    return new CopiedStore(folder, await openDatabase({ dataDir: folder, databaseUrl: null }));
  }

  get context() {
    return answerContext(this.store.db);
  }

  /** Takes somebody new in, and mails them and a trainer who wants to sign in. */
  async mail(): Promise<void> {
    this.people += 1;
    const owner = `Person${this.people}`;
    const { db } = this.store;
    await aTeamInStore(db, [owner], now);
    const letter = await readMessage(db, await aMessage(db, now, { purpose: 'sign-in' }));
    const sent = await aSentNudge(db, owner, now);
    const leave = signToken(keys, 'unsubscribe', await personRowOf(db, owner), now + dayMs);
    for (const message of [letter, await readMessage(db, sent.messageId)])
      this.left.push({
        owner,
        answer: sent.token,
        leave,
        messageId: messageIdFor(keys[0].secret, message, 'works.example'),
      });
  }

  async backUp(): Promise<void> {
    rmSync(join(this.folder, 'backup'), { force: true });
    await this.store.backup(join(this.folder, 'backup'));
    this.hasBackup = true;
  }

  /** By hand, as a file over the other: whatever a command would see to is not done. */
  async putBack(): Promise<void> {
    if (!this.hasBackup) return;
    await this.store.close();
    for (const tail of ['-wal', '-shm']) rmSync(join(this.folder, `${storeFileName}${tail}`), { force: true });
    copyFileSync(join(this.folder, 'backup'), join(this.folder, storeFileName));
    this.store = await openDatabase({ dataDir: this.folder, databaseUrl: null });
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const steps = fc.array(fc.constantFrom('mail', 'backUp', 'putBack'), { minLength: 3, maxLength: 8 });

test('however mail, backups and restores follow each other, a link that left opens, answers and unsubscribes its owner or nobody, and no Message-ID comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const store = await CopiedStore.in(aFolder());
      try {
        for (const step of taken) await store[step]();
        for (const { owner, answer, leave } of store.left) {
          const opened = await openNudge(store.context, answer, now);
          expect(opened.ok ? opened.found.person.email : emailOf(owner)).toBe(emailOf(owner));
          const whose = await readSubscription(store.context, leave, now);
          expect(whose.ok ? whose.email : emailOf(owner)).toBe(emailOf(owner));
        }
        const ids = store.left.map(({ messageId }) => messageId);
        expect(new Set(ids).size).toBe(ids.length);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 15, examples: [[['backUp', 'mail', 'putBack', 'mail']]] },
  );
});

test('a link whose nudge a restore took away answers and unsubscribes nobody, though another has its number', async () => {
  const store = await CopiedStore.in(aFolder());
  onTestFinished(() => store.close());
  await store.backUp();
  await store.mail();
  const [lost] = store.left;
  if (!lost) throw new Error('No mail left.');
  await store.putBack();
  await store.mail();
  const { db } = store.context;
  const gone = { ok: false, reason: 'gone' };
  expect(await recordAnswer(store.context, lost.answer, { choice: 'a', sureness: 'sure' }, now)).toEqual(gone);
  expect(await unsubscribe(store.context, lost.leave, now)).toEqual(gone);
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('person').select('unsubscribed_at').execute()).toEqual([{ unsubscribed_at: null }]);
});
