import { expect, test } from 'vitest';
import { keyringOf } from '#server/keys/keyring.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { workAfterAnswer } from './after-answer.ts';
import { askForLink, type LinkDesk } from './ask-for-link.ts';
import { countAskers } from './askers.ts';
import { knownBrowserMark } from './known-browser.ts';
import { usualLimits } from './sign-in-limits.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const minute = 60_000;
const trainer = 'mei@kazehaya.example';
const keys = keyringOf('a secret of forty characters for the tests', []);

/** A desk whose answers go out when the test says so, and that counts what is asked of its store. */
async function aDesk() {
  const db = await aStore();
  const logged = aLog();
  const answered = Promise.withResolvers<void>();
  let asked = 0;
  let rounds = 0;
  const counting = new Proxy(db, {
    get: (target, name) => {
      asked += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const later = workAfterAnswer(
    () => answered.promise,
    (err) => {
      throw err;
    },
  );
  const desk: LinkDesk = {
    db: counting,
    log: logged.log,
    trainers: [trainer],
    siteUrl: 'https://nodomoto.example',
    keys,
    askers: countAskers(),
    limits: usualLimits,
    later,
    sendDue: async () => {
      rounds += 1;
    },
  };
  const letGo = async () => {
    answered.resolve();
    await later.settled();
  };
  return { desk, logged, letGo, asked: () => asked, rounds: () => rounds };
}

type Form = { email: string; asker: string; knownMark: string; browser: string; at: number };

const ask = (
  desk: LinkDesk,
  { email = trainer, asker = '192.0.2.1', knownMark, browser, at = now }: Partial<Form> = {},
) => askForLink(desk, { email, asker, browser, knownMark, language: 'en', now: at });

const lettersTo = (desk: LinkDesk) => desk.db.selectFrom('message').select('address').execute();

test('until the answer has gone out nothing is asked of the store, be it a trainer or a stranger; afterwards a letter is made for one alone', async () => {
  for (const [email, letters] of [
    [trainer, 1],
    ['nobody@kazehaya.example', 0],
  ] as const) {
    const { desk, letGo, asked, rounds } = await aDesk();
    expect(ask(desk, { email })).toMatchObject({ ok: true });
    expect([asked(), rounds()]).toEqual([0, 0]);
    await letGo();
    expect([(await lettersTo(desk)).length, rounds()]).toEqual([letters, 1]);
  }
});

test('an address is known however it is written, and a browser that asks again stays the same', async () => {
  const { desk, letGo } = await aDesk();
  const first = ask(desk, { email: ' Mei@Kazehaya.example ' });
  const browser = first.ok ? first.browser : '';
  expect(browser).toMatch(/^[\w-]{34}$/);
  expect(ask(desk, { browser })).toEqual({ ok: true, browser });
  expect(ask(desk, { browser: 'made up' })).not.toMatchObject({ browser: 'made up' });
  await letGo();
  expect(await lettersTo(desk)).toEqual([{ address: trainer }, { address: trainer }]);
});

test('after six requests in an hour an asker is told when the next letter can go, the same for any address, and the log has one line', async () => {
  for (const email of [trainer, 'nobody@kazehaya.example']) {
    const { desk, logged } = await aDesk();
    const turns = Array.from({ length: 9 }, (_, minutes) => ask(desk, { email, at: now + minutes * minute }));
    expect(turns.slice(0, 6).every(({ ok }) => ok)).toBe(true);
    expect(turns.slice(6)).toEqual(Array.from({ length: 3 }, () => ({ ok: false, again: now + 60 * minute })));
    expect(logged.lines()).toEqual([{ level: 'warn', event: 'sign-in-limited', by: 'asker' }]);
    expect(logged.text()).not.toContain('kazehaya');
  }
});

test('a stranger who asks for a trainer’s links all day keeps the trainer from none, elsewhere or in a browser that is known', async () => {
  const { desk } = await aDesk();
  for (let second = 0; second < 600; second += 1) ask(desk, { at: now + second * 1000 });
  const at = now + 600_000;
  expect(ask(desk, { at }).ok).toBe(false);
  expect(ask(desk, { asker: '198.51.100.7', at }).ok).toBe(true);
  expect(ask(desk, { knownMark: knownBrowserMark(keys, trainer), at }).ok).toBe(true);
});

test('many strangers together fill no mailbox, and a browser that is known gets its letter all the same', async () => {
  const { desk } = await aDesk();
  const turns = Array.from({ length: 500 }, (_, number) =>
    ask(desk, { asker: `203.0.${number >> 8}.${number & 255}` }),
  );
  expect(turns.filter(({ ok }) => ok)).toHaveLength(60);
  expect(ask(desk, { knownMark: knownBrowserMark(keys, trainer) }).ok).toBe(true);
});

test('a mark of a known browser is believed for its own address, under any accepted key, and not when it was made up', async () => {
  const mark = knownBrowserMark(keys, trainer);
  const changed = keyringOf('another secret of forty characters or so', [keys[0].secret]);
  for (const [desk, knownMark, email, letters] of [
    [{ keys }, mark, trainer, 6],
    [{ keys: changed }, mark, trainer, 6],
    [{ keys }, `x${mark}`, trainer, 0],
    [{ keys }, mark, 'jan@kazehaya.example', 0],
    [{ keys }, '.', trainer, 0],
  ] as const) {
    const open = (await aDesk()).desk;
    for (let turn = 0; turn < 6; turn += 1) ask(open, { email });
    const known = Array.from({ length: 8 }, () => ask({ ...open, ...desk }, { email, knownMark }));
    expect(known.filter(({ ok }) => ok)).toHaveLength(letters);
  }
});
