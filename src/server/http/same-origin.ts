/** What a request says about where it came from. */
export type RequestOrigin = {
  method: string;
  path: string;
  origin: string | null;
  fetchSite: string | null;
  siteOrigin: string;
  ownOrigin: string;
};

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a request that could change something may do so. Forms of our own pages say where they come from; the one-click
 * unsubscribe of RFC 8058 is posted by mail servers, without an Origin and without cookies, and its own path lets it in.
 */
export function mayChange({ method, path, origin, fetchSite, siteOrigin, ownOrigin }: RequestOrigin): boolean {
  if (!changing.has(method)) return true;
  if (origin !== null && origin !== 'null') return origin === siteOrigin || origin === ownOrigin;
  if (path.startsWith('/u/')) return true;
  return fetchSite === 'same-origin';
}

/** Whether another site led a browser here: a link or picture of its own must not begin what only its user may wish. */
export function isLedHere(fetchSite: string | null): boolean {
  return fetchSite === 'cross-site' || fetchSite === 'same-site';
}
