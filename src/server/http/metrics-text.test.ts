import { expect, test } from 'vitest';
import { messageStates } from '#core/delivery/message-state.ts';
import { metricsText } from './metrics-text.ts';

const text = metricsText({
  states: new Map([['accepted', 12]]),
  trouble: 'login',
  paused: 'restored',
  mails: {
    accepted: 21,
    unknown: 1,
    deferred: { connection: 0, tls: 0, login: 7, sender: 0, relay: 0, directory: 0, itself: 2 },
    failed: { recipient: 3, message: 0 },
  },
  lastTick: 1_800_000_000_500,
  oldestDueMs: 90_000,
  people: 4,
  answers: 9,
});

/** The metric a sample belongs to: `nodomoto_messages{state="accepted"} 12`. */
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([a-zA-Z_][a-zA-Z0-9_]*="[^"\\\n]*",?)+\})? (-?\d+(?:\.\d+)?)$/;

test('every metric has its HELP and TYPE once, in this order, and then its samples in one block', () => {
  const lines = text.trimEnd().split('\n');
  const blocks = lines.reduce<string[][]>((all, line) => {
    if (line.startsWith('# HELP ')) all.push([line]);
    else all.at(-1)?.push(line);
    return all;
  }, []);
  expect(blocks.flat()).toEqual(lines);
  for (const [help = '', type = '', ...samples] of blocks) {
    const name = /^# HELP (\w+) \S.*\.$/.exec(help)?.[1];
    expect(type).toMatch(new RegExp(`^# TYPE ${name} (gauge|counter)$`));
    expect(name?.endsWith('_total'), `${name}: a counter alone ends in _total`).toBe(type.endsWith('counter'));
    expect(samples.length).toBeGreaterThan(0);
    for (const line of samples) expect(sample.exec(line)?.[1], line).toBe(name);
  }
  expect(new Set(blocks.map(([help]) => help)).size).toBe(blocks.length);
});

test('names are of small letters in base units, and say neither what kind they are nor that they are a metric', () => {
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  for (const name of names) {
    expect(name).toMatch(/^nodomoto(_[a-z]+)+$/);
    expect(name).not.toMatch(/gauge|counter|metric|milliseconds|minutes|hours|_ms$/);
  }
  expect(names).toContain('nodomoto_oldest_due_mail_age_seconds');
});

test('mails are counted by what hindered them, and times are in seconds', () => {
  expect(text).toContain('nodomoto_mails_accepted_total 21\n');
  expect(text).toContain('nodomoto_mails_deferred_total{trouble="login"} 7\n');
  expect(text).toContain('nodomoto_mails_deferred_total{trouble="itself"} 2\n');
  expect(text).toContain('nodomoto_mails_failed_total{reason="recipient"} 3\n');
  expect(text).toContain('nodomoto_mails_unknown_total 1\n');
  expect(text).toContain('nodomoto_last_tick_timestamp_seconds 1800000000.5\n');
  expect(text).toContain('nodomoto_oldest_due_mail_age_seconds 90\n');
});

test('the text ends in a line break, and begins with no blank line', () => {
  expect(text.endsWith('\n')).toBe(true);
  expect(text).not.toMatch(/^\s|\n\n/);
});

test('the trouble that holds all mail is one, every other nought', () => {
  expect(text).toContain('nodomoto_mail_breaker_open{trouble="login"} 1\n');
  expect(text).toContain('nodomoto_mail_breaker_open{trouble="tls"} 0\n');
});

test('a store that was restored is told from one that was copied', () => {
  expect(text).toContain('nodomoto_mail_paused{why="restored"} 1\n');
  expect(text).toContain('nodomoto_mail_paused{why="copied"} 0\n');
});

test('a state in which no message is counts nought', () => {
  expect(text).toContain('nodomoto_messages{state="accepted"} 12\n');
  expect(text.match(/nodomoto_messages\{/g)).toHaveLength(messageStates.length);
  expect(text).toContain('nodomoto_messages{state="unknown"} 0\n');
  expect(text).toContain('nodomoto_people 4\n');
  expect(text).toContain('nodomoto_answers 9\n');
});
