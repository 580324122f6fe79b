import { lettersWide } from '#i18n/text-width.ts';
import { textOf } from '../mail-page.ts';
import { headerValue } from '../read-mail.ts';
import { faultIf, found, type MailRule } from './mail-rule.ts';

/** Phrases that filters count. Single words of trade, as "cheap" and "free", are no fault: the real filters let them pass. */
const bait =
  /\b(?:act now|apply now|buy now|click here|congratulations|free (?:gift|offer|trial)|limited time|order now|risk[- ]free|save up to|urgent (?:business|reply|response)|you (?:have )?won)\b|^(?:buy|free|urgent)\b/gi;

const hasSubject = /^Subject: .*(?:\r\n .*)*/m;

export const subjectRules: readonly MailRule[] = [
  {
    name: 'SUBJECT_ENDS_QUESTION, SUBJECT_ENDS_EXCLAIM, PLING_QUERY',
    why: 'A subject that asks or shouts looks like bait.',
    source: 'R rules/regexp/headers.lua; SA 20_head_tests.cf',
    faults: ({ subject }) => found(subject, /[?？]$|[!！]/g),
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: Who shuts down the lines?' },
  },
  {
    name: 'SUBJECT_HAS_CURRENCY, SUBJ_DOLLARS',
    why: 'Sums of money in a subject are the mark of fraud.',
    source: 'R; SA 20_head_tests.cf',
    faults: ({ subject }) => found(subject, /\p{Sc}/gu),
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: A slot for $3.975m' },
  },
  {
    name: 'SUBJ_ALL_CAPS',
    why: 'Shouting.',
    source: 'SA; R',
    faults: ({ subject }) => faultIf(/[A-Z]/.test(subject) && !/[a-z]/.test(subject), subject),
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: NO PARTS LEFT' },
  },
  {
    name: 'SUBJECT_HAS_BAIT',
    why: 'Words of advertising: URGENT, FREE, BUY.',
    source: 'SA SUBJ_BUY, URG_BIZ, SUBJECT_DRUG and the like; R SPAM_SUBJECT',
    faults: ({ subject }) => found(subject, bait),
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: Act now on this lesson' },
  },
  {
    name: 'FAKE_REPLY, GAPPY_SUBJECT, SUBJECT_ENDS_SPACES',
    why: 'It is no answer to anything, and no letters are spaced out.',
    source: 'SA; R',
    faults: ({ subject }) => found(subject, /^(?:re|fwd?|aw|wg)\s*:|(?:\b\w ){4}|^\s|\s$|\s{2}/gi),
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: Re: your stock' },
  },
  {
    name: 'fits one line, and is the title of the page',
    why: 'Phones show some 40 letters, desktops 60; readers of the page in a browser and by ear get the title.',
    source: 'docs/writing-a-case.md; WCAG 2.2 SC 2.4.2; SA HTML_TITLE_EMPTY',
    faults: ({ subject, tags, headers }) => [
      ...faultIf(lettersWide(subject) < 8 || subject.length > 59 || lettersWide(subject) > 110, subject),
      ...faultIf(
        tags
          .filter(({ name }) => name === 'title')
          .map(textOf)
          .join() !== subject,
        'title',
      ),
      ...faultIf(headerValue(headers, 'Subject') === '', 'empty'),
    ],
    spoiling: { in: 'wire', find: hasSubject, put: 'Subject: Lessons' },
  },
];
