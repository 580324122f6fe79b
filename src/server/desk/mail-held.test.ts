import { expect, test } from 'vitest';
import { troubles } from '#core/delivery/judge-reply.ts';
import { pauseReasons } from '#server/outbox/mail-pause.ts';
import { mailHeld, mailPaused } from './mail-held.ts';

const breaker = { reply: '535 no', since: 0, faults: 1, nextTryAt: Date.parse('2026-11-24T08:05:00Z') };

test('a trainer is told why no mail goes out, the mend and the next try', () => {
  expect(mailHeld({ ...breaker, trouble: 'login' }, 'en')).toBe(
    'No mail is sent just now: the mail server refuses our name and password. Whoever runs Nodomoto should check the name and password in SMTP_URL. The next try is at 08:05 (UTC).',
  );
  expect(mailHeld({ ...breaker, trouble: 'login' }, 'ja')).toContain('次の試行は08:05');
});

test.each(['en', 'ja'] as const)('each trouble has words of its own in %s', (language) => {
  expect(new Set(troubles.map((trouble) => mailHeld({ ...breaker, trouble }, language))).size).toBe(troubles.length);
});

test.each(['en', 'ja'] as const)('a trainer is told since when mail is paused, and why, in %s', (language) => {
  const paused = { since: Date.parse('2026-11-30T10:20:00Z'), madeAt: null, before: [] };
  const told = pauseReasons.map((why) => mailPaused({ ...paused, why }, language));
  expect(new Set(told).size).toBe(pauseReasons.length);
  for (const text of told) expect(text).toMatch(/(30 Nov 2026|2026年11月30日) 10:20/);
});
