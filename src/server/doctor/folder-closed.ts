import { isOpenToOthers } from '#server/database/folder-rights.ts';
import { good, type Verdict, wrong } from './finding.ts';

/** Whether others on this machine may read names and answers, or the key by which links are signed. */
export function folderClosed(dataDir: string): Verdict {
  if (!isOpenToOthers(dataDir)) return good();
  return wrong(
    `others on this machine may look into ${dataDir}, which holds names, answers and the key of links. Close it: chmod 700 ${dataDir}, as the user it runs as.`,
  );
}
