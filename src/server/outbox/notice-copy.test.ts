import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { type SentMarks, sentMarks } from '#server/database/sent-mark.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { readLife } from '#server/database/store-life.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { timesTried } from '#testing/a-database.ts';
import { aMessage } from '#testing/a-message.ts';
import { start } from '#testing/a-sender.ts';
import { aDataFolder, copyStoreByHand, inFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { claimQueued } from './claims.ts';
import { liftPause } from './mail-pause.ts';
import { markAccepted, markSending } from './message-steps.ts';
import { beginLife, noticeCopy } from './notice-copy.ts';
import { releaseDue } from './outbox.ts';

const file = (folder: string) => join(folder, storeFileName);

function marksIn(folder: string): SentMarks {
  return sentMarks(folder, (err) => expect.unreachable(String(err)));
}

/** What the next start finds: the reason of a pause, or that nothing is paused. */
function openedIn(folder: string): Promise<string> {
  return inFolder(folder, async ({ db }) => (await noticeCopy(db, marksIn(folder), start))?.why ?? 'goes on');
}

/** Sends every message there is in the order the sender keeps: the store first, then the mark. */
async function drain(folder: string, act: (db: Db) => Promise<unknown> = async () => undefined): Promise<void> {
  await inFolder(folder, async ({ db }) => {
    const marks = marksIn(folder);
    await noticeCopy(db, marks, start);
    await act(db);
    await releaseDue(db, start);
    for (const { id, attempt } of await claimQueued(db, 'anna', start, 100)) {
      const claim = { id, attempt, worker: 'anna' };
      await markSending(
        db,
        claim,
        { messageId: `<${id}@works.example>`, raw: new Uint8Array([65]), sha256: '', words: null },
        start,
      );
      marks.note((await readLife(db)) ?? '', { message: id, attempt });
      await markAccepted(db, claim, '250', start);
    }
    await marks.settled();
  });
}

async function aFolderThatSent(): Promise<string> {
  const folder = aDataFolder();
  await drain(folder, (db) => aMessage(db, start));
  return folder;
}

test('a store that sends goes on from start to start', async () => {
  const folder = aDataFolder();
  for (let times = 0; times < 3; times += 1) {
    await drain(folder, (db) => aMessage(db, start));
    expect(await openedIn(folder)).toBe('goes on');
  }
});

test('a copy from before a mail, put over the store that sent it, is noticed', async () => {
  const folder = await aFolderThatSent();
  await inFolder(folder, ({ db }) => aMessage(db, start));
  copyFileSync(file(folder), join(folder, 'by-hand'));
  await drain(folder);
  copyStoreByHand(join(folder, 'by-hand'), folder);
  expect(await openedIn(folder)).toBe('copied');
  expect(await openedIn(folder), 'until it is resumed').toBe('copied');
});

test('so is one from before the mail was planned', async () => {
  const folder = await aFolderThatSent();
  copyFileSync(file(folder), join(folder, 'by-hand'));
  await drain(folder, (db) => aMessage(db, start));
  copyStoreByHand(join(folder, 'by-hand'), folder);
  expect(await openedIn(folder)).toBe('copied');
});

test('so is a store from another machine that has sent mail; one that has not is no danger', async () => {
  const [sent, fresh, elsewhere] = [await aFolderThatSent(), aDataFolder(), aDataFolder()];
  copyStoreByHand(file(sent), elsewhere);
  expect(await openedIn(elsewhere)).toBe('copied');
  await inFolder(fresh, ({ db }) => aMessage(db, start));
  await openedIn(fresh);
  const another = aDataFolder();
  copyStoreByHand(file(fresh), another);
  expect(await openedIn(another)).toBe('goes on');
});

test('a store from before there were lives goes on after an upgrade, and is noticed over one that has sent since', async () => {
  const folder = aDataFolder();
  await inFolder(folder, async ({ db }) => {
    const id = await aMessage(db, start);
    await db
      .updateTable('message')
      .set({ state: 'accepted', message_id: '<old@works.example>' })
      .where('id', '=', id)
      .execute();
  });
  copyFileSync(file(folder), join(folder, 'by-hand'));
  expect(await openedIn(folder)).toBe('goes on');
  await drain(folder, (db) => aMessage(db, start));
  copyStoreByHand(join(folder, 'by-hand'), folder);
  expect(await openedIn(folder)).toBe('copied');
});

test('a store whose last reader was erased goes on: the mark names a message that is gone', async () => {
  const folder = await aFolderThatSent();
  await drain(folder, async (db) => {
    await aTeamInStore(db, ['Mei'], start);
    await aMessage(db, start, { person_id: await personIdOf(db, 'Mei') });
  });
  await inFolder(folder, ({ db }) => erasePerson(db, emailOf('Mei'), start));
  expect(await openedIn(folder)).toBe('goes on');
});

test('when a copy was resumed, the store that it took the place of is noticed in its turn', async () => {
  const folder = await aFolderThatSent();
  copyFileSync(file(folder), join(folder, 'before'));
  await drain(folder, (db) => aMessage(db, start));
  copyFileSync(file(folder), join(folder, 'after'));
  copyStoreByHand(join(folder, 'before'), folder);
  await openedIn(folder);
  await inFolder(folder, async ({ db }) => {
    await beginLife(db, marksIn(folder));
    await liftPause(db);
  });
  await drain(folder, (db) => aMessage(db, start));
  expect(await openedIn(folder)).toBe('goes on');
  copyStoreByHand(join(folder, 'after'), folder);
  expect(await openedIn(folder)).toBe('copied');
});

/** What a crash or a power cut may leave of the mark: the one of any earlier mail, an empty file, one that was half written. */
const remains = fc.oneof(fc.nat({ max: 3 }), fc.constantFrom('', '{"mess'));

test('a crash between store and mark, and a mark that a power cut emptied, never pause a healthy store', async () => {
  await fc.assert(
    fc.asyncProperty(remains, async (left) => {
      const folder = aDataFolder();
      const marks: string[] = [];
      for (let mails = 0; mails < 3; mails += 1) {
        await drain(folder, (db) => aMessage(db, start));
        const [mark = ''] = readdirSync(folder).filter((name) => name.startsWith('sent-mark-'));
        copyFileSync(join(folder, mark), join(folder, `lagging-${mails}`));
        marks.push(mark);
      }
      expect(new Set(marks).size, 'one life').toBe(1);
      const mark = join(folder, marks[0] ?? '');
      const lagging = join(folder, `lagging-${left}`);
      if (typeof left === 'string') writeFileSync(mark, left);
      else if (existsSync(lagging)) copyFileSync(lagging, mark);
      expect(await openedIn(folder)).toBe('goes on');
    }),
    { numRuns: timesTried(8) },
  );
});

test('a crash while the first mark is made, before the store knows its life, leaves a store that goes on', async () => {
  const folder = aDataFolder();
  marksIn(folder).begin('0123456789abcdef01234567');
  await inFolder(folder, ({ db }) => aMessage(db, start));
  expect(await openedIn(folder)).toBe('goes on');
});

test('a mark that was taken away counts as that of a copy once mail was sent', async () => {
  const folder = await aFolderThatSent();
  for (const name of readdirSync(folder)) if (name.startsWith('sent-mark-')) rmSync(join(folder, name));
  expect(await openedIn(folder)).toBe('copied');
});
