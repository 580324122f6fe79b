/** What mail is for: each is composed in its own way, and asks its own question before it leaves. */
export const messagePurposes = [
  'sign-in',
  'nudge',
  'welcome',
  'safeguard',
  'preview',
  'digest',
  'brief',
  'near-miss',
  'near-miss-digest',
  'code-reminder',
  'invitation',
] as const;

export type MessagePurpose = (typeof messagePurposes)[number];
