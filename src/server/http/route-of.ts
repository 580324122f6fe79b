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
  '/desk/assignments',
  '/desk/assignments/[id]',
  '/desk/assignments/[id]/withdraw',
  '/desk/company',
  '/desk/company/callback',
  '/desk/enter/[token]',
  '/desk/forecast.json',
  '/desk/house.json',
  '/desk/people',
  '/desk/people/new',
  '/desk/people/import',
  '/desk/people/import/[key]',
  '/desk/people/import/[key]/headings',
  '/desk/people/import/[key]/undo',
  '/desk/people/[id]',
  '/desk/people/[id]/erase',
  '/desk/memory',
  '/desk/mails',
  '/desk/mails/preview',
  '/desk/mails/preview-body',
  '/desk/mails/[id]',
  '/desk/mails/[id]/body',
  '/desk/plan',
  '/desk/results',
  '/desk/results/export/[file]',
  '/desk/results/package',
  '/desk/sessions',
  '/desk/settings',
  '/desk/settings/roles',
  '/desk/sign-in',
  '/desk/sign-out',
  '/desk/signals',
  '/desk/signals/[id]/withdraw',
  '/desk/teams',
  '/desk/teams/[id]',
  '/desk/teams/[id]/calendar',
  '/desk/teams/[id]/exposure',
  '/desk/teams/[id]/edit',
  '/desk/teams/[id]/end',
  '/desk/teams/[id]/merge',
  '/desk/teams/[id]/people/[person]/mail-again',
  '/desk/teams/[id]/people/[person]/no-mail-after-all',
  '/desk/teams/[id]/starter/[file]',
  '/desk/write',
  '/desk/write/[id]',
  '/desk/write/[id]/files/[file]',
  '/desk/write/[id]/as-mail',
  '/desk/write/[id]/as-mail/body',
  '/desk/write/[id]/page',
  '/desk/write/[id]/[section]',
  '/inbox',
  '/inbox/[id]',
  '/inbox/[id]/body',
  '/ja/privacy',
  '/me/[token]',
  '/me/[token]/data.json',
  '/me/[token]/erase',
  '/n/[token]',
  '/n/[token]/case',
  '/n/[token]/guest',
  '/n/[token]/preferences',
  '/not-saved',
  '/privacy',
  '/u/[token]',
  '/u/digest/[token]',
] as const;

export type Route = (typeof routes)[number];

/** Those that take a posted form; any other, and every file, is only read. */
export const formRoutes: readonly Route[] = [
  '/language',
  '/desk/assign',
  '/desk/assignments',
  '/desk/assignments/[id]',
  '/desk/assignments/[id]/withdraw',
  '/desk/enter/[token]',
  '/desk/people/new',
  '/desk/people/[id]',
  '/desk/people/[id]/erase',
  '/desk/people/import',
  '/desk/people/import/[key]',
  '/desk/people/import/[key]/headings',
  '/desk/people/import/[key]/undo',
  '/desk/mails/[id]',
  '/desk/mails/preview',
  '/desk/sessions',
  '/desk/settings',
  '/desk/settings/roles',
  '/desk/sign-in',
  '/desk/sign-out',
  '/desk/signals',
  '/desk/signals/[id]/withdraw',
  '/desk/teams/[id]/calendar',
  '/desk/teams/[id]/exposure',
  '/desk/teams',
  '/desk/teams/[id]/edit',
  '/desk/teams/[id]/end',
  '/desk/teams/[id]/merge',
  '/desk/teams/[id]/people/[person]/mail-again',
  '/desk/teams/[id]/people/[person]/no-mail-after-all',
  '/desk/write',
  '/desk/write/[id]',
  '/desk/write/[id]/[section]',
  '/me/[token]',
  '/me/[token]/erase',
  '/n/[token]',
  '/n/[token]/guest',
  '/n/[token]/preferences',
  '/u/[token]',
  '/u/digest/[token]',
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
