import { type NoticeKind, nothingTold } from '#core/delivery/operator-notice.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';
import { reminderLetter } from '#server/code/reminder-letter.ts';
import type { AssignmentProgress } from '#server/desk/assignment-list.ts';
import { digestLetter } from '#server/desk/digest-letter.ts';
import { reportDigestLetter } from '#server/desk/reports/report-digest-letter.ts';
import { signInLetter } from '#server/desk/sign-in-letter.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { testLetter } from '#server/mail/test-letter.ts';
import { welcomeLetter } from '#server/nudges/welcome-letter.ts';
import { operatorLetter } from '#server/operator/operator-letter.ts';
import { plainWords } from '#server/operator/operator-route.ts';
import { reporterLetter, reporterLetterKinds } from '#server/reports/reporter-letter.ts';

type GoldenLetter = { kind: string; language: Language; words: LetterWords };

/** Every letter that is no nudge. A new kind is looked at by all rules once it has its line here. */
export function goldenLetters(siteUrl: string): GoldenLetter[] {
  const signIn = `${siteUrl}/desk/enter/Zk3q0b9rT1yXw5uVs7nPcA2dLfGhJm4eAQ`;
  return [
    ...languages.map((language) => ({ kind: 'sign-in', language, words: signInLetter(signIn, language) })),
    ...languages.map((language) => ({ kind: 'digest', language, words: aDigest(siteUrl, language) })),
    ...languages.map((language) => ({ kind: 'code reminder', language, words: aCodeReminder(siteUrl, language) })),
    ...languages.map((language) => ({ kind: 'welcome', language, words: aWelcome(siteUrl, language) })),
    ...languages.flatMap((language) =>
      reporterLetterKinds.map((kind) => ({
        ...{ kind: `report ${kind}`, language },
        words: reporterLetter(kind, `${siteUrl}/report/mine/r1.2k.tkq1a8.Zk3q0b9rT1yXw5uVs7nPcA`, language),
      })),
    ),
    ...languages.map((language) => ({ kind: 'near-miss digest', language, words: aMonth(siteUrl, language) })),
    { kind: 'test', language: firstLanguage, words: testLetter() },
    ...noticeKinds.map(
      (kind): GoldenLetter => ({
        kind: `notice of ${kind}`,
        language: firstLanguage,
        words: plainWords(operatorLetter(kind, { ...anOutage, siteUrl })),
      }),
    ),
  ];
}

/** Of two principles, in words as a house writes them. */
function aCodeReminder(siteUrl: string, language: Language): LetterWords {
  const text = 'The second foundry <trial> cast one batch & the line cannot spare the week before May.';
  const due = [
    { principle: 5, state: 'explain', text, dueOn: '2026-12-14' },
    { principle: 12, state: 'not-yet', text: 'The list of safeguards is half written.', dueOn: '2026-11-01' },
  ] as const;
  const unsubscribeUrl = `${siteUrl}/u/u1.2k.tkq1a8.Zk3q0b9rT1yXw5uVs7nPcA`;
  const addresses = { deskUrl: `${siteUrl}/desk/code`, unsubscribeUrl };
  return reminderLetter({ name: 'Mei <b>Tanaka</b>', due, reader: 'tara@kazehaya.example', ...addresses }, language);
}

/** To somebody whose name and team are as long and as odd as names are. */
function aWelcome(siteUrl: string, language: Language): LetterWords {
  const signed = '1.2k.tkq1a8.Zk3q0b9rT1yXw5uVs7nPcA';
  const addresses = { ownPageUrl: `${siteUrl}/me/m${signed}`, unsubscribeUrl: `${siteUrl}/u/u${signed}` };
  const who = { name: 'Mei <b>Tanaka</b>', team: 'Logistics & Customs, Rotterdam', pace: 'weekly' } as const;
  return welcomeLetter(
    { ...who, ...addresses, kept: { months: 24, shown: 'done' }, reader: 'tara@kazehaya.example' },
    language,
  );
}

/** A month in which every kind of source reported something. */
function aMonth(siteUrl: string, language: Language): LetterWords {
  const bySource = { business: 7, research: 1, academia: 2, logistics: 3, 'public-body': 1 };
  const told = { month: '2026-11', counts: { bySource, open: 4 }, cases: ['A <ring> nobody else made'] };
  const offUrl = `${siteUrl}/u/near-misses/Zk3q0b9rT1yXw5uVs7nPcA2dLfGhJm4eAQ`;
  return reportDigestLetter(told, language, { siteUrl, offUrl });
}

/** A week in which something was answered, somebody became late and something ends. */
function aDigest(siteUrl: string, language: Language): LetterWords {
  const counted = { people: 8, done: 3, sent: 20, answered: 17, total: 32, roles: [], named: [] };
  const line = (title: string, dueOn: string, lateNames: string[]): AssignmentProgress => ({
    ...counted,
    ...{ moduleTitle: title, teamName: 'Logistics, Rotterdam', late: lateNames.length, lateNames },
    assignment: {
      ...{ id: 1, team_id: 1, module_id: 'first-72-hours', due_on: dueOn, from_on: '2026-11-02' },
      ...{ assigned_by: 'tara@kazehaya.example', assigned_at: now, withdrawn_at: null, withdrawn_by: null },
      ...{ whom: 'team', added_at: null },
    },
  });
  const late = [line('The first 72 hours', '2026-11-27', ['Mei <b>Tanaka</b>', 'Jan de Wit'])];
  const ends = [line('What to keep in quiet years', '2026-12-04', [])];
  const offUrl = `${siteUrl}/u/digest/Zk3q0b9rT1yXw5uVs7nPcA2dLfGhJm4eAQ`;
  return digestLetter({ answered: 17, assignments: 2, late, ends }, language, { siteUrl, offUrl });
}

const noticeKinds = ['held', 'again', 'unknown', 'policy'] as const satisfies readonly NoticeKind[];

const now = Date.parse('2026-11-30T03:12:00Z');

/** A night in which everything that an operator is told of came together. */
const anOutage = {
  now,
  told: { ...nothingTold, held: { at: now, since: now - 5_400_000, isOver: true, waited: 212 } },
  troubles: {
    breaker: {
      trouble: 'login' as const,
      reply:
        '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully.',
      since: now - 5_400_000,
      faults: 9,
      nextTryAt: now + 600_000,
    },
    waiting: 212,
    unknown: 3,
    policy: 7,
  },
};
