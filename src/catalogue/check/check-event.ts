import type { CaseFolder } from '../assemble.ts';
import type { ContentFault } from './content-fault.ts';

/** A case of the library that has no name of its event: its title alone may hide which one it tells of. Pure. */
export function checkEvent({ id, frontMatter }: CaseFolder): ContentFault[] {
  if (frontMatter.event.name !== undefined) return [];
  return [
    {
      file: `cases/${id}/index.mdx`,
      field: 'event.name',
      wrong: 'the event has no name',
      mend: 'Say what happened, to whom and when, as "Renesas Naka chip plant fire, 2021".',
    },
  ];
}
