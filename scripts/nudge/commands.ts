import { fileOptions, peopleOptions } from './import-options.ts';
import type { Command } from './options.ts';

/**
 * Each command with the options it understands, and where it is: only the one that is asked for is read in, as all of them
 * take a second. Any other option is wrong usage, so that a misplaced --dry-run never does the thing.
 */
export const commands: readonly Command[] = [
  { name: 'run', options: [], load: async () => (await import('./run.ts')).run },
  { name: 'plan', options: ['now', 'dry-run', 'json'], load: async () => (await import('./plan.ts')).plan },
  { name: 'send', options: [], load: async () => (await import('./send.ts')).send },
  { name: 'preview', options: ['to', 'kind', 'json'], load: async () => (await import('./preview.ts')).preview },
  {
    name: 'import',
    options: ['dry-run', 'prune', ...fileOptions, ...peopleOptions],
    load: async () => (await import('./import.ts')).importFile,
  },
  { name: 'imports', options: [], load: async () => (await import('./imports.ts')).imports },
  { name: 'undo-import', options: [], load: async () => (await import('./imports.ts')).undoImportOf },
  {
    name: 'person',
    options: ['address', 'team', 'leaves', 'back', 'dry-run'],
    load: async () => (await import('./person.ts')).person,
  },
  { name: 'team', options: ['dry-run'], load: async () => (await import('./team.ts')).team },
  { name: 'export', options: ['xlsx'], load: async () => (await import('./export.ts')).exportFiles },
  { name: 'export-piece', options: [], load: async () => (await import('./export-piece.ts')).exportPiece },
  {
    name: 'share',
    options: ['tlp', 'out', 'trust', 'called', 'dry-run'],
    load: async () => (await import('./share.ts')).share,
  },
  { name: 'starter', options: [], load: async () => (await import('./starter.ts')).starter },
  {
    name: 'package',
    options: ['as', 'pass', 'language'],
    load: async () => (await import('./package.ts')).packageForPlatform,
  },
  {
    name: 'brief',
    options: ['quarter', 'language', 'html', 'pdf'],
    load: async () => (await import('./brief.ts')).brief,
  },
  { name: 'who', options: ['now', 'json'], load: async () => (await import('./who.ts')).who },
  {
    name: 'signal',
    options: ['by', 'team', 'link', 'line', 'until', 'dry-run'],
    load: async () => (await import('./signal.ts')).signal,
  },
  {
    name: 'simulate',
    options: ['quick', 'field', 'json', 'markdown', 'publish'],
    load: async () => (await import('./simulate.ts')).simulate,
  },
  { name: 'dkim-record', options: [], load: async () => (await import('./dkim-record.ts')).dkimRecords },
  { name: 'test-mail', options: ['operator'], load: async () => (await import('./test-mail.ts')).testMail },
  { name: 'held', options: ['settle'], load: async () => (await import('./held.ts')).held },
  { name: 'read-bounces', options: [], load: async () => (await import('./read-bounces.ts')).readBounces },
  { name: 'refused', options: ['lift'], load: async () => (await import('./refused.ts')).refused },
  { name: 'access', options: ['days'], load: async () => (await import('./access.ts')).access },
  { name: 'doctor', options: [], load: async () => (await import('./doctor.ts')).doctor },
  { name: 'backup', options: [], load: async () => (await import('./keep-store.ts')).backup },
  { name: 'restore', options: [], load: async () => (await import('./keep-store.ts')).restore },
  { name: 'move-store', options: [], load: async () => (await import('./move-store.ts')).moveStore },
  { name: 'resume', options: ['dry-run'], load: async () => (await import('./resume.ts')).resume },
  { name: 'role', options: ['give', 'take'], load: async () => (await import('./role.ts')).role },
  { name: 'safeguards', options: ['dry-run'], load: async () => (await import('./safeguards.ts')).safeguards },
  { name: 'code', options: ['year'], load: async () => (await import('./code.ts')).code },
  { name: 'sign-out', options: [], load: async () => (await import('./sign-out.ts')).signOut },
  { name: 'new-secret', options: [], load: async () => (await import('./new-secret.ts')).newSecret },
  { name: 'erase', options: [], load: async () => (await import('./erase.ts')).erase },
  { name: 'export-person', options: [], load: async () => (await import('./export-person.ts')).exportPerson },
  { name: 'retention', options: ['dry-run'], load: async () => (await import('./retention.ts')).retention },
];
