import { expect, test } from 'vitest';
import { openLog } from './log.ts';
import { type LogEvent, logEvents } from './log-events.ts';
import { openStreamLog } from './stream-log.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');

function written(act: (log: ReturnType<typeof openLog>) => void, level: 'debug' | 'error' = 'debug'): string[] {
  const lines: string[] = [];
  act(openLog({ level, clock: () => noon, write: (line) => lines.push(line) }));
  return lines;
}

test('a line has its time, level, event and fields, and a sentence', () => {
  const [line = ''] = written((log) => log.tell('team-planned', { team: 3, on: '2026-11-24', nudges: 2 }));
  expect(line.endsWith('\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: '2026-11-24T12:00:00.000Z',
    event: 'team-planned',
    team: 3,
    on: '2026-11-24',
    nudges: 2,
    msg: 'The morning of a team was planned.',
  });
});

test('an error keeps what it says, its causes and its trace', () => {
  const err = new Error('no plan', { cause: new Error('database is locked') });
  const [line = ''] = written((log) => log.tell('planning-failed', { err }));
  expect(JSON.parse(line)).toMatchObject({
    err: { type: 'Error', message: 'no plan: database is locked', stack: expect.stringContaining('caused by: Error') },
  });
});

test('what is less grave than the level is not written', () => {
  expect(written((log) => log.tell('team-planned', { team: 3, on: '2026-11-24', nudges: 2 }), 'error')).toEqual([]);
});

test('a terminal is shown a line to read, anything else JSON', () => {
  const shownOn = (isTTY: boolean) => {
    let shown = '';
    const stream = { isTTY, write: (text: string) => (shown += text) };
    openStreamLog('info', stream, () => noon).tell('team-planned', { team: 3, on: '2026-11-24', nudges: 2 });
    return shown;
  };
  expect(shownOn(false)).toMatch(/^\{"level":"info"/);
  expect(shownOn(true)).toContain('team-planned: The morning of a team was planned.');
});

test('no two events mean the same, and each says a sentence', () => {
  const said = Object.values(logEvents).map(({ says }) => says);
  expect(new Set(said).size).toBe(said.length);
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/);
  for (const event of Object.keys(logEvents)) expect(event satisfies LogEvent | string).toMatch(/^[a-z-]+$/);
});

test('what a terminal would obey is shown on it, and in JSON, as letters', () => {
  const said = 'The server said \u001b]0;owned\u0007 and\u202e more';
  for (const isTTY of [true, false]) {
    let shown = '';
    const stream = { isTTY, write: (text: string) => (shown += text) };
    openStreamLog('info', stream, () => noon).tell('planning-failed', { err: new Error(said) });
    expect(shown).toContain('u001b]0;owned');
    for (const obeyed of ['\u001b]', '\u0007', '\u202e']) expect(shown).not.toContain(obeyed);
  }
});
