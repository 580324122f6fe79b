/** Every address that is made on demand, as a pattern: a log names requests by these, because a path may hold a token. */
export const routes = [
  '/.well-known/security.txt',
  '/healthz',
  '/readyz',
  '/metrics',
  '/language',
  '/desk',
  '/desk/access',
  '/desk/assign',
  '/desk/assignments/[id]/withdraw',
  '/desk/company',
  '/desk/company/callback',
  '/desk/enter/[token]',
  '/desk/forecast.json',
  '/desk/mails',
  '/desk/mails/[id]',
  '/desk/mails/[id]/body',
  '/desk/mails/preview',
  '/desk/mails/preview-body',
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
  '/ja/privacy',
  '/me/[token]',
  '/me/[token]/data.json',
  '/me/[token]/erase',
  '/n/[token]',
  '/n/[token]/guest',
  '/n/[token]/preferences',
  '/not-saved',
  '/privacy',
  '/u/[token]',
] as const;

export type Route = (typeof routes)[number];

/** Those that take a posted form; any other, and every file, is only read. */
export const formRoutes: readonly Route[] = [
  '/language',
  '/desk/assign',
  '/desk/assignments/[id]/withdraw',
  '/desk/enter/[token]',
  '/desk/mails/[id]',
  '/desk/mails/preview',
  '/desk/sessions',
  '/desk/sign-in',
  '/desk/sign-out',
  '/desk/signals',
  '/desk/signals/[id]/withdraw',
  '/desk/teams/[id]/people/[person]/mail-again',
  '/desk/teams/[id]/people/[person]/no-mail-after-all',
  '/me/[token]',
  '/me/[token]/erase',
  '/n/[token]',
  '/n/[token]/guest',
  '/n/[token]/preferences',
  '/u/[token]',
];

/** What a request for anything else is called. */
export const elsewhere = '(no page)';

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}/?$`),
}));

/** The pattern of a request's address. */
export function routeOf(url: string | undefined): Route | typeof elsewhere {
  const path = url?.split(/[?#]/, 1)[0] ?? '';
  return patterns.find(({ pattern }) => pattern.test(path))?.route ?? elsewhere;
}

const readOnly = ['GET', 'HEAD'] as const;

/** The methods that an address knows, as Allow names them. */
export function methodsOf(route: Route | typeof elsewhere): readonly string[] {
  return formRoutes.some((form) => form === route) ? [...readOnly, 'POST'] : readOnly;
}
