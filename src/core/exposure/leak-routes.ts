/**
 * The ways by which what only we can make leaves with people: the five of METI's guidance against technology leakage (23 May 2025, chapter 2).
 * Ids are stored and imported, and stay.
 */
export const leakRoutes = ['social-media', 'job-change', 'approach', 'trade-fair', 'employee'] as const;

export type LeakRoute = (typeof leakRoutes)[number];

/** What stands in a file where somebody has looked and no route is guarded. */
export const noneGuarded = 'none';

/** Routes as a file names them, `job-change; trade-fair`, in our order and once each; null for what names none of ours. */
export function readLeakRoutes(text: string): LeakRoute[] | null {
  const named = text
    .split(/[;|,]/)
    .map((word) =>
      word
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
    )
    .filter((word) => word !== '' && word !== noneGuarded);
  if (named.some((word) => !leakRoutes.some((route) => route === word))) return null;
  return leakRoutes.filter((route) => named.includes(route));
}

export function writeLeakRoutes(routes: readonly LeakRoute[]): string {
  return routes.length === 0 ? noneGuarded : routes.join('; ');
}
