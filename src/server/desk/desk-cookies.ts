import type { Instant } from '#server/database/schema.ts';

/** *session*: who is signed in. *asked*: which browser asked for a link. *known*: in which a trainer signed in before. *company*: what a sign-in by company account has to fit. */
const names = {
  session: 'nodomoto-desk',
  asked: 'nodomoto-asked',
  known: 'nodomoto-known',
  company: 'nodomoto-company',
} as const;

export type DeskCookie = keyof typeof names;

/** Milliseconds; the session's follows from the session. */
export const knownBrowserMs = 180 * 86_400_000;

type CookieForm = {
  name: string;
  path: string;
  options: (expiresAt: Instant) => {
    path: string;
    httpOnly: true;
    sameSite: 'lax';
    secure: boolean;
    expires: Date;
  };
};

/**
 * How a cookie of the desk is kept. On https by a name that browsers believe only if this very host set it, encrypted and for all paths; http is for trials on one
 * machine, where no such name is taken. *Lax*, as links in mails lead here from elsewhere; what changes anything asks where it was sent from besides.
 */
export function deskCookie(cookie: DeskCookie, siteUrl: string): CookieForm {
  const secure = siteUrl.startsWith('https:');
  const path = secure ? '/' : '/desk';
  return {
    name: secure ? `__Host-${names[cookie]}` : names[cookie],
    path,
    options: (expiresAt) => ({ path, httpOnly: true, sameSite: 'lax', secure, expires: new Date(expiresAt) }),
  };
}
