/** Every address that is made on demand, as a pattern: a log names requests by these, because a path may hold a token. */
export const routes = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/language',
  '/desk',
  '/desk/assign',
  '/desk/assignments/[id]/withdraw',
  '/desk/company',
  '/desk/company/callback',
  '/desk/enter/[token]',
  '/desk/forecast.json',
  '/desk/plan',
  '/desk/sessions',
  '/desk/sign-in',
  '/desk/sign-out',
  '/desk/signals',
  '/desk/signals/[id]/withdraw',
  '/desk/teams/[id]',
  '/desk/teams/[id]/people/[person]/mail-again',
  '/desk/teams/[id]/people/[person]/no-mail-after-all',
  '/desk/teams/[id]/starter/[file]',
  '/inbox',
  '/inbox/[id]',
  '/inbox/[id]/body',
  '/n/[token]',
  '/n/[token]/preferences',
  '/u/[token]',
] as const;

/** What a request for anything else is called. */
const elsewhere = '(no page)';

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}/?$`),
}));

/** The pattern of a request's address. */
export function routeOf(url: string | undefined): string {
  const path = url?.split(/[?#]/, 1)[0] ?? '';
  return patterns.find(({ pattern }) => pattern.test(path))?.route ?? elsewhere;
}
