import { expect, test } from 'vitest';
import { plainReason } from './plain-reason.ts';

test.each([
  ['hard', '550 5.1.1 <mei@kazehaya.example>: User unknown', 'no-mailbox'],
  ['hard', 'smtp; 550-5.1.1 The account does not exist', 'no-mailbox'],
  ['hard', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'no-domain'],
  ['hard', '556 Host does not accept mail', 'no-domain'],
  ['hard', '550 5.2.1 mailbox disabled', 'switched-off'],
  ['hard', '551 5.1.6 moved to new@kazehaya.example', 'moved'],
  ['hard', '550 from 10.5.1.1 not known here', 'refused'],
  ['soft', '452 4.2.2 over quota', 'full'],
  ['soft', '450 try later', 'not-now'],
  ['complaint', 'Feedback-Type: abuse', 'unwanted'],
] as const)('of a %s one, “%s” means: %s', (kind, said, reason) => {
  expect(plainReason(kind, said)).toBe(reason);
});
