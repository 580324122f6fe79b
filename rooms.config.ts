/** One part of the code: a folder, or a single file. */
export type Room = {
  path: string;
  holds: string;
  /** No clock, randomness, environment, network or `node:` module: what it needs of these is handed in. */
  pure: boolean;
};

/**
 * Every room of the code, from the ground up. A file may import from its own room and from those that stand before it, and from no other;
 * `npm run check` holds this, and docs/architecture.md is drawn from it. Tests may import anything.
 */
export const rooms: readonly Room[] = [
  { path: 'src/core/errors', pure: true, holds: 'every error code with its sentence, mend and page' },
  { path: 'src/core/text', pure: true, holds: 'comparing words that somebody typed' },
  { path: 'src/core/tables', pure: true, holds: 'what headings, dates and numbers of somebody’s spreadsheet mean' },
  {
    path: 'src/core/people',
    pure: true,
    holds: 'which names are one, who is in post, what a list of people would change',
  },
  {
    path: 'src/core/code',
    pure: true,
    holds: 'comply or explain: twelve principles, what flags an explain, the shift of two years',
  },
  { path: 'src/core/support', pure: true, holds: 'which programmes may pay for whom, and what a house says of them' },
  { path: 'src/core/memory', pure: true, holds: 'forgetting curve, the model fitted to answers, team memory' },
  { path: 'src/core/suppliers', pure: true, holds: 'how an invitation to a firm stands, and how long it holds' },
  {
    path: 'src/core/exposure',
    pure: true,
    holds: 'what a team depends on, relevance of a case to it, colours, pillars',
  },
  {
    path: 'src/core/planning',
    pure: true,
    holds: 'working calendar, eligibility, candidates, worth of asking, the choice',
  },
  { path: 'src/core/delivery', pure: true, holds: 'states of a message, what a refusal is about, when to try again' },
  { path: 'src/core/results', pure: true, holds: 'what counts as recalled later, and over how long' },
  { path: 'src/core/privacy', pure: true, holds: 'what others may see of a person, and of a small team' },
  {
    path: 'src/core/safeguards',
    pure: true,
    holds: 'how a safeguard stands, when its owner is asked, what a register’s form and file may say',
  },
  {
    path: 'src/core/sharing',
    pure: true,
    holds: 'what organisations hand each other: form, labels, what a newer version means',
  },
  { path: 'src/core/morning', pure: true, holds: 'what presses most on a trainer’s morning' },
  {
    path: 'src/core/brief',
    pure: true,
    holds: 'the 14 indicators of the board brief, its quarters, thresholds and forms',
  },
  {
    path: 'src/core/stress-test',
    pure: true,
    holds: 'a stress test: its steps, what it lacks, its report, when the next is due',
  },
  {
    path: 'src/core/reports',
    pure: true,
    holds: 'near misses that are reported: fields, what is refused and flagged, the way to publication',
  },
  { path: 'src/core/evidence', pure: true, holds: 'names and form of the published simulation report' },
  { path: 'src/i18n', pure: true, holds: 'the words of the interface, in each language' },
  { path: 'src/catalogue', pure: true, holds: 'the form of the content, its checks and the questions asked of it' },
  { path: 'src/catalogue/read', pure: false, holds: 'reading the content and what the build published of it' },
  {
    path: 'src/catalogue/pieces',
    pure: true,
    holds: 'a case or module written in a form: its fields, files, checks, and its place beside the library',
  },
  { path: 'src/search', pure: true, holds: 'ranks cases for a worry typed in plain words' },
  { path: 'src/course', pure: true, holds: 'a module as a course for learning platforms: pages, manifests' },
  { path: 'src/course/player', pure: false, holds: 'what records it with the platform, in the browser' },
  {
    path: 'src/server/setting-parts',
    pure: true,
    holds: 'settings that go together: the mail server’s sign-in, certificates and signing',
  },
  { path: 'src/server/settings.ts', pure: true, holds: 'every setting, from the environment handed in' },
  { path: 'src/server/settings-example.ts', pure: true, holds: 'the text of .env.example' },
  { path: 'src/server/log', pure: false, holds: 'lines for an operator, typed by event, with no address and no token' },
  { path: 'src/server/course', pure: false, holds: 'packing a course for a learning platform' },
  { path: 'src/server/next-turn.ts', pure: false, holds: 'long work in pieces, between which others have their turn' },
  { path: 'src/server/keys', pure: false, holds: 'the secret that signs, and those that signed before it' },
  { path: 'src/server/database', pure: false, holds: 'tables, migrations, SQLite' },
  { path: 'src/server/walls', pure: false, holds: 'the store as the house sees it, or a firm that it buys from' },
  { path: 'src/server/mail', pure: false, holds: 'mail templates, placeholders, messages, the SMTP transport' },
  {
    path: 'src/server/outbox',
    pure: false,
    holds: 'messages and their states, leases, retries, the breaker, what a crash leaves unknown',
  },
  { path: 'src/server/operator', pure: false, holds: 'letters to whoever runs it, over a route of their own' },
  { path: 'src/server/answers', pure: false, holds: 'signed links, answers and the memory they leave, preferences' },
  {
    path: 'src/server/people',
    pure: false,
    holds: 'import and export; how people come, move and leave, how teams change; erasure',
  },
  { path: 'src/server/safeguards', pure: false, holds: 'the safeguard register: reading, writing, asking owners' },
  { path: 'src/server/support', pure: false, holds: 'programmes that the house uses or may have' },
  { path: 'src/server/nudges', pure: false, holds: 'planning a morning, composing a nudge, the send blocker' },
  {
    path: 'src/server/stress-tests',
    pure: false,
    holds: 'stress tests: started, written step by step, kept once finished',
  },
  {
    path: 'src/server/results',
    pure: false,
    holds: 'what was done and recalled later: meetings, assigned modules, tallies',
  },
  {
    path: 'src/server/reports',
    pure: false,
    holds: 'near misses that were reported: taking them in, who reported sealed apart, steps, letters, counts',
  },
  {
    path: 'src/server/pieces',
    pure: false,
    holds: 'what the house writes itself: drafts, and the library with what is published',
  },
  {
    path: 'src/server/sharing',
    pure: false,
    holds: 'cases and modules exchanged with other organisations as signed files',
  },
  {
    path: 'src/server/xapi',
    pure: false,
    holds: 'telling a learning record store what was met, answered and recalled',
  },
  { path: 'src/server/restore', pure: false, holds: 'what a restored store lost, and making it fit to send again' },
  {
    path: 'src/server/bounces',
    pure: false,
    holds: 'reports of what did not arrive: taking them apart, what they change, where they come in',
  },
  {
    path: 'src/server/erasure',
    pure: false,
    holds: 'erasing somebody from all that lies in the data folder; the certificate',
  },
  {
    path: 'src/server/own-page',
    pure: false,
    holds: 'what a reader sees of what is kept about them, takes with them and has erased',
  },
  { path: 'src/server/code', pure: false, holds: 'statements of comply or explain, and reminders to their owners' },
  {
    path: 'src/server/brief',
    pure: false,
    holds:
      'the board brief: its facts, what is typed for it, kept briefs, and the brief told as page, text, PDF and mail',
  },
  {
    path: 'src/server/sample',
    pure: false,
    holds: 'what strangers see of the invented house: its brief, code and register, from a store that the build played',
  },
  { path: 'src/server/desk', pure: false, holds: 'what trainers see and do: sign-in, heatmap, assignments, signals' },
  { path: 'src/server/retention', pure: false, holds: 'what is cut when its time is over, night by night' },
  {
    path: 'src/server/doctor',
    pure: false,
    holds: 'checks of store, mail, clock, disk and DNS: one concern each, joined in a list',
  },
  { path: 'src/server/mail-catcher', pure: false, holds: 'the mail server of the demo' },
  { path: 'src/server/compose-message.ts', pure: false, holds: 'composing what is sent, each purpose in its own way' },
  { path: 'src/server/app-context.ts', pure: false, holds: 'the one place that joins the parts' },
  {
    path: 'src/server/app-behind-wall.ts',
    pure: false,
    holds: 'the joined parts as one side of a wall acts through them',
  },
  { path: 'src/server/scheduler', pure: false, holds: 'plans and sends, minute by minute' },
  { path: 'src/server/http', pure: false, holds: 'files, health, security headers, the pages made on demand' },
  { path: 'src/site', pure: false, holds: 'feeds, structured data, icons, offline reading, the search in the browser' },
  { path: 'src/components', pure: false, holds: 'parts of pages, named as seen' },
  { path: 'src/islands', pure: false, holds: 'parts that React runs in the browser' },
  { path: 'src/layouts', pure: false, holds: 'the frames of pages' },
  { path: 'src/middleware.ts', pure: false, holds: 'what happens before every page: language, sign-in, headers' },
  { path: 'src/pages', pure: false, holds: 'addresses: each parses, calls one subject and renders' },
  { path: 'src/content.config.ts', pure: false, holds: 'tells Astro where the stories lie' },
  {
    path: 'src/simulation',
    pure: true,
    holds: 'worlds, rules to compare, the bound: judges the planner, and no part of the product imports it',
  },
  { path: 'scripts', pure: false, holds: 'start, build, the nudge command, the demo, the bench' },
];

/** What may not be imported although it stands before: scripts run under plain Node, which reads no page. */
export const apart: readonly { room: string; from: readonly string[]; why: string }[] = [
  {
    room: 'scripts',
    from: ['src/components', 'src/islands', 'src/layouts', 'src/middleware.ts', 'src/pages', 'src/content.config.ts'],
    why: 'Scripts run under plain Node, without the site.',
  },
  {
    room: 'src/simulation',
    from: ['src/i18n', 'src/catalogue', 'src/server', 'src/site'],
    why: 'The simulation judges the core alone.',
  },
];
