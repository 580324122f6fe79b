import type { SignedIn } from './sign-in-over-http.ts';

/** The session of somebody who signed in without a browser, as one takes it. */
export function cookiesOf({ cookie }: SignedIn, url: string): { name: string; value: string; url: string }[] {
  return cookie
    .split('; ')
    .map((pair) => pair.split(/=(.*)/s))
    .map(([name = '', value = '']) => ({ name, value, url }));
}
