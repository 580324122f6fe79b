import type { IncomingMessage } from 'node:http';
import { largestShared } from '#core/sharing/shared-file.ts';
import type { AppContext } from '#server/app-context.ts';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { isOpenSession } from '#server/desk/sessions.ts';
import { largestFile } from '#server/people/imports/largest-file.ts';
import { largestBody } from './read-body.ts';
import type { Route } from './route-of.ts';

/** Where files are brought, and how large they may be. */
const uploads: Partial<Record<Route, number>> = {
  '/desk/people/import': largestFile,
  '/desk/write/shared': largestShared,
};

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
  const uploadOf = new Map<string, number>(Object.entries(uploads));
  return async (request, route) => {
    const largest = uploadOf.get(route);
    if (largest === undefined) return largestBody;
    const token = cookie.exec(request.headers.cookie ?? '')?.[1];
    return token && (await isOpenSession(sessions, token, clock())) ? largest + aroundFile : largestBody;
  };
}
