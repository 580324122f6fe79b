import send from '@fastify/send';
import type { Log } from '#server/log/log.ts';
import { answerProblems } from './answer-problem.ts';
import { barePages } from './problem-pages.ts';
import { type StaticFiles, staticFiles } from './static-files.ts';

/** The files of a folder as the site serves them, without the rest of it: for printing and measuring what was built. */
export function filesAlone(folder: string, log: Log): StaticFiles {
  const problems = answerProblems(barePages, log, false);
  return staticFiles({ folder, hidden: [], openFile: send, problems, log, https: false });
}
