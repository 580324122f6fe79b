import type { IncomingMessage } from 'node:http';
import type { AppContext } from '#server/app-context.ts';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { isOpenSession } from '#server/desk/sessions.ts';
import { largestFile } from '#server/people/imports/largest-file.ts';
import { largestBody } from './read-body.ts';
import type { Route } from './route-of.ts';

const uploadRoute: Route = '/desk/people/import';

/** What stands around a file in a form: the boundaries, its name, a few fields. */
const aroundFile = 16 * 1024;

export type BodyLimit = (request: IncomingMessage, route: Route) => Promise<number>;

/** How many bytes of a form are read: only somebody who is signed in may fill the memory with a file, and only where files are brought. */
export function bodyLimit({
  sessions,
  settings,
  clock,
}: Pick<AppContext, 'sessions' | 'settings' | 'clock'>): BodyLimit {
  const { name } = deskCookie('session', settings.siteUrl);
  const cookie = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`);
  return async (request, route) => {
    if (route !== uploadRoute) return largestBody;
    const token = cookie.exec(request.headers.cookie ?? '')?.[1];
    return token && (await isOpenSession(sessions, token, clock())) ? largestFile + aroundFile : largestBody;
  };
}
