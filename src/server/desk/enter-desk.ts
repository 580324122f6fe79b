import type { Instant } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { type DeskCookie, deskCookie, knownBrowserMs } from './desk-cookies.ts';
import { knownBrowserMark } from './known-browser.ts';
import { beginSession, endSession, type SessionKeeper, type WayIn } from './sessions.ts';

/** The cookies of a request, and those of its answer. */
type Cookies = {
  get: (name: string) => { value: string } | undefined;
  set: (name: string, value: string, options: ReturnType<ReturnType<typeof deskCookie>['options']>) => void;
  delete: (name: string, options: { path: string; secure: boolean }) => void;
};

/** The desk's cookies of one request, under the names that this site gives them. */
export function cookiesOf(cookies: Cookies, siteUrl: string) {
  return {
    read: (cookie: DeskCookie) => cookies.get(deskCookie(cookie, siteUrl).name)?.value,
    keep: (cookie: DeskCookie, value: string, until: Instant) => {
      const { name, options } = deskCookie(cookie, siteUrl);
      cookies.set(name, value, options(until));
    },
    drop: (cookie: DeskCookie) => {
      const { name, path, options } = deskCookie(cookie, siteUrl);
      cookies.delete(name, { path, secure: options(0).secure });
    },
  };
}

export type DeskCookies = ReturnType<typeof cookiesOf>;

/** Lets somebody in whose address was proven: another session takes the place of the one that this browser had, and the browser is known from now on. */
export async function enterDesk(
  keeper: SessionKeeper,
  keys: Keyring,
  cookies: DeskCookies,
  { email, way, now }: { email: string; way: WayIn; now: Instant },
): Promise<void> {
  await endSession(keeper, cookies.read('session'));
  const { token, expiresAt } = await beginSession(keeper, email, way, now);
  cookies.keep('session', token, expiresAt);
  cookies.keep('known', knownBrowserMark(keys, email), now + knownBrowserMs);
  cookies.drop('asked');
}
