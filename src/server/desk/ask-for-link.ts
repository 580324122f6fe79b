import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import type { Log } from '#server/log/log.ts';
import type { AfterAnswer } from './after-answer.ts';
import { askerNetwork } from './asker-network.ts';
import type { Askers } from './askers.ts';
import { knownBrowser } from './known-browser.ts';
import { isToken, newToken } from './random-token.ts';
import { mailSignInLink, type SignInDesk } from './sign-in.ts';
import { type Admission, admitRequest, type LetterLimits } from './sign-in-limits.ts';

/** What asking for a link needs. */
export type LinkDesk = SignInDesk & {
  log: Log;
  keys: Keyring;
  askers: Askers;
  limits: LetterLimits;
  later: AfterAnswer;
  sendDue: () => Promise<unknown>;
};

export type LinkForm = {
  /** As typed. */
  email: string;
  /** Where the request comes from. */
  asker: string;
  /** What the browser bears: of an earlier request, and of an earlier sign-in. */
  browser: string | undefined;
  knownMark: string | undefined;
  language: Language;
  now: Instant;
};

/** RFC 5321 lets no address be longer. */
const longestAddress = 254;

export type AskedForLink = { ok: true; browser: string } | Exclude<Admission, { ok: true }>;

/**
 * Takes a request for a link. Until it is answered nothing is asked of the store, whoever's the address is, so that neither what is said nor the time it takes
 * tells who is a trainer. The letter is made afterwards.
 */
export function askForLink(desk: LinkDesk, form: LinkForm): AskedForLink {
  const { now, language } = form;
  const email = form.email.trim().toLowerCase().slice(0, longestAddress);
  const known = knownBrowser(desk.keys, form.knownMark, email);
  const admission = admitRequest(desk, { email, network: askerNetwork(form.asker), known, now });
  if (!admission.ok) return admission;
  const browser = form.browser && isToken(form.browser) ? form.browser : newToken();
  desk.later.add(async () => {
    await mailSignInLink(desk, { email, browser, now, language });
    await desk.sendDue();
  });
  return { ok: true, browser };
}
