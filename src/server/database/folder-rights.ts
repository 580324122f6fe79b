import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bits of a mode: what others than the owner may do, and that of folders which many share, such as /tmp. */
const ofOthers = 0o077;
const shared = 0o1000;

/** What we and the build lay into a data folder. A folder with anything else in it is somebody’s for other things too, and keeps its rights. */
const ours =
  /^(nodomoto\.sqlite.*|secret|running\.(lock|pid)|sent-mark-.*|inbox|unread-reports|free-pages|sheets|og|played|.*\.sqlite(-\w+)?)$/;

/** Files that hold names, answers and the key of links. */
const secret = /^(nodomoto\.sqlite.*|secret|sent-mark-.*)$/;

/** *closed*: nobody else may look into it. *mended*: it was open, and is closed now. *open*: it is not ours to close. */
export type FolderRights = 'closed' | 'mended' | 'open';

/** Whether others on this machine may look into a data folder; Windows keeps such rights elsewhere. */
export function isOpenToOthers(dataDir: string): boolean {
  return process.getuid !== undefined && (statSync(dataDir).mode & ofOthers) !== 0;
}

/** Closes a data folder that was made beforehand with the rights of any folder; where that cannot be, at least the files in it that hold names. */
export function closeToOthers(dataDir: string): FolderRights {
  if (!isOpenToOthers(dataDir)) return 'closed';
  const names = readdirSync(dataDir);
  const { mode } = statSync(dataDir);
  if ((mode & shared) === 0 && names.every((name) => ours.test(name)) && mayChange(dataDir, 0o700)) return 'mended';
  for (const name of names.filter((one) => secret.test(one))) mayChange(join(dataDir, name), 0o600);
  return 'open';
}

/** Only the owner may; another one's is left as it is. */
function mayChange(path: string, mode: number): boolean {
  if (statSync(path).uid !== process.getuid?.()) return false;
  chmodSync(path, mode);
  return true;
}
