import type { AccessAct } from '#core/privacy/access-acts.ts';
import { formatCount } from '../format.ts';

const acts: Record<AccessAct, string> = {
  'signed-in': 'signed in',
  'saw-names': 'looked at names',
  assigned: 'assigned a module',
  'changed-assignment': 'changed an assignment',
  reminded: 'reminded people of an assignment',
  'withdrew-assignment': 'withdrew an assignment',
  'made-signal': 'made a signal',
  'withdrew-signal': 'withdrew a signal',
  'sent-mail-again': 'sent a mail again',
  'withdrew-mail': 'withdrew a mail',
  'let-mail': 'let somebody have mail again',
  'stopped-mail': 'took that back',
  'changed-calendar': 'changed a team’s calendar',
  'changed-exposure': 'changed what a team depends on',
  'added-person': 'added somebody',
  'changed-person': 'changed what is known of somebody',
  'moved-person': 'moved somebody to this team',
  'changed-team': 'changed a team',
  'merged-teams': 'merged a team into this one',
  'ended-team': 'ended a team',
  imported: 'took in a list of people',
  'undid-import': 'undid an import of people',
  'gave-role': 'gave a role on the desk',
  'changed-safeguard': 'changed a safeguard',
  'retired-safeguard': 'retired a safeguard',
  'took-role': 'took a role on the desk away',
  'changed-report': 'took a reported near miss a step on',
  'saw-reporter': 'looked at who reported a near miss',
  'closed-report': 'closed a reported near miss',
  'published-piece': 'published a case or module of the house',
  'withdrew-piece': 'withdrew a case or module of the house',
  'trusted-sender': 'trusted the key of another organisation',
  'distrusted-sender': 'withdrew trust in another organisation',
  'took-in-pieces': 'took in pieces of another organisation',
  'handed-out-pieces': 'handed pieces out to other organisations',
  'invited-supplier': 'invited a supplier',
  'withdrew-invitation': 'took an invitation back',
  'recommended-module': 'recommended a course to a supplier',
  'changed-sharing': 'changed what a customer sees',
  'ended-supplier': 'left as a supplier',
  'began-stress-test': 'began a stress test',
  'finished-stress-test': 'finished a stress test',
  'changed-code': 'changed what the house says of its code',
  'changed-support': 'said which programme the house uses',
  'changed-brief': 'changed what the board brief says',
  'changed-thresholds': 'set thresholds of the board brief',
  'kept-brief': 'kept the board brief as it stood',
  exported: 'exported people and teams',
  'exported-results': 'downloaded results',
  erased: 'erased somebody',
};

/** Words for what trainers see of people, what they do not, and who looked. */
export const shown = {
  /** Who sees what, on the page of a team, by the setting in force. */
  who: {
    done: 'You see who has done it, not how: never which answer, how sure, or what one person remembers.',
    results: 'In this house you see each person’s answers. They were told so; use it to help them, not to judge them.',
    /** Of what is not by name. */
    figures: (smallest: number) => `What a team remembers is shown from ${smallest} people in post on.`,
    own: 'Each person sees their own answers through any of their mails.',
  },
  held: {
    'too-few': (smallest: number) =>
      `Nothing is shown of what this team remembers: with fewer than ${smallest} people in post it would tell what one of them knows. Join it with a neighbouring team in people.csv, or ask them yourself.`,
    'just-left': () =>
      'Nothing is shown of what this team remembers for four weeks after somebody left: the difference would tell what they knew.',
    /** Beneath the overview, of the columns that are empty. */
    columns: (smallest: number) =>
      `Empty columns are teams with fewer than ${smallest} people in post, or ones that somebody left in the last four weeks: their figures would tell of one person.`,
    mark: 'not shown',
    nothing: 'No team has figures to show yet.',
  },
  /** Beneath figures in steps of ten. */
  steps: 'In steps of ten from 10 to 90 %, so that no single answer can be read off them.',
  notCompared: 'Somebody leaves within the quarter, so what fades is not shown: it would tell what they know.',
  noKeeper: 'Ask in the team who that is; nobody is named here.',
  newestOfAll: 'The newest 25 mails of assigned modules, of all teams',
  newestOfTeam: 'The newest 25 mails of assigned modules',
  nothingAssigned:
    'Nothing of an assigned module was sent yet. What people get at their own pace is theirs; the list of people says how much of it they answered.',
  ownPaceTitle: 'At their own pace, without names',
  untold: (count: number) =>
    `${formatCount(count, 'mail')} at ${count === 1 ? 'somebody’s' : 'people’s'} own pace ${count === 1 ? 'is' : 'are'} not listed: in so small a team the lesson would name its reader.`,
  reachUntold: 'To so few that no lesson is listed.',
  reachFirst: 'The first of them',
  access: {
    title: 'Who looked',
    dek: (months: string) =>
      `Who signed in, saw names or changed something about people, the newest first. Kept for ${months}.`,
    at: 'When (UTC)',
    who: 'Who',
    act: 'What',
    team: 'Team',
    subject: 'About',
    severalTeams: 'all their teams',
    none: 'Nothing yet.',
    newer: 'Newer',
    older: 'Older',
    acts,
  },
} as const;
