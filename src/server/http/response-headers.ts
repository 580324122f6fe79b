/** What an answer is, as far as its headers go. */
export const answerKinds = [
  'page',
  'asset',
  'script',
  'picture',
  'feed',
  'document',
  'data',
  'private',
  'private-data',
  'mail-body',
  'machine',
  'problem',
] as const;

export type AnswerKind = (typeof answerKinds)[number];

export type Headers = Readonly<Record<string, string>>;

/** Nobody may show it in a frame, whatever else a page's own policy says. */
const unframed = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/** Of a document that a browser's own reader draws, which an object-src would forbid. */
const unframedDocument = "base-uri 'none'; frame-ancestors 'none'";

/** Of what is no page at all. */
const inert = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of a mail in the trial's inbox or on the desk, which stands in a frame there: nothing in it runs or loads, and its links open in the window around it. */
const mailBody =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; frame-ancestors 'self'";

/** Asked again each time, and not sent again if it is the same. */
const askAgain = 'no-cache';

/** The same, in the browser of whoever asked and nowhere between. */
const askAgainAlone = 'private, no-cache';

/** A name with a digest in it never comes to mean another file. */
const forever = 'public, max-age=31536000, immutable';

/** `same-origin` keeps tokens out of other sites' logs; `no-referrer` would also blank the Origin by which our own forms are known. */
const toUsOnly = 'same-origin';

type Row = { policy: string; cache: string; referrer: string; others: 'same-origin' | 'cross-origin'; found: boolean };

const open: Row = {
  policy: unframed,
  cache: askAgain,
  referrer: 'strict-origin-when-cross-origin',
  others: 'same-origin',
  found: true,
};

const closed: Row = { ...open, cache: 'no-store', referrer: toUsOnly, found: false };

/**
 * The one table of headers, by kind. `policy` is added to the one that a page carries itself (a built page as <meta>, one made on demand as
 * a header); `others` says whether another site may show it; `found`, whether a search engine may list it.
 */
const table: Readonly<Record<AnswerKind, Row>> = {
  page: open,
  asset: { ...open, cache: forever },
  // A worker is held to the policy of its own file, and ours has to fetch.
  script: open,
  picture: { ...open, policy: inert, others: 'cross-origin' },
  feed: { ...open, others: 'cross-origin' },
  document: { ...open, policy: unframedDocument },
  data: { ...open, policy: inert },
  private: closed,
  'private-data': { ...closed, policy: inert, cache: askAgainAlone },
  'mail-body': { ...closed, policy: mailBody },
  machine: { ...closed, policy: inert, referrer: 'no-referrer' },
  problem: closed,
};

/** The headers of an answer. `https`: whether the site is reached over TLS, and so should never again be asked for without. */
export function headersOf(kind: AnswerKind, https: boolean): Headers {
  const { policy, cache, referrer, others, found } = table[kind];
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': referrer,
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': others,
    'Cache-Control': cache,
    ...(found ? {} : { 'X-Robots-Tag': 'noindex' }),
    // The site has a host name of its own, and nothing below it that this could hurt.
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

const kindOfEnding: readonly (readonly [RegExp, AnswerKind])[] = [
  [/^\/_astro\//, 'asset'],
  [/\/(feed\.xml|feed\.json|rss\.xml)$/, 'feed'],
  [/\.html$/, 'page'],
  [/\.m?js$/, 'script'],
  [/\.(png|jpe?g|svg|webp|avif|ico)$/, 'picture'],
  [/\.pdf$/, 'document'],
];

/** What a file of the built site is, by its name from `/` on. */
export function kindOfFile(name: string): AnswerKind {
  return kindOfEnding.find(([ending]) => ending.test(name))?.[1] ?? 'data';
}

/** Pages that are a mail alone, for a frame. */
const mailBodies: readonly string[] = [
  '/inbox/[id]/body',
  '/desk/mails/[id]/body',
  '/desk/mails/preview-body',
  '/desk/write/[id]/as-mail/body',
];

/** What a page made on demand is, by its route. */
export function kindOfRoute(route: string): AnswerKind {
  if (route === '/desk/house.json') return 'private-data';
  return mailBodies.includes(route) ? 'mail-body' : 'private';
}

/** A page's own policy with that of its kind: Astro's header would take the place of ours, and may not say less. */
export function joinPolicies(own: string | null, ours: string): string {
  const directives = new Map<string, string>();
  for (const directive of `${own ?? ''};${ours}`.split(';').map((part) => part.trim())) {
    const [name] = directive.split(' ');
    if (name) directives.set(name, directive);
  }
  return [...directives.values()].join('; ');
}
