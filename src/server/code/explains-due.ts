import type { PrincipleNumber } from '#core/code/principles.ts';
import type { PrincipleState } from '#core/code/statement.ts';
import { judgeStatements, type StatementFlag } from '#core/code/statement-flags.ts';
import type { Db } from '#server/database/open-database.ts';
import { readStatements } from './read-statements.ts';

/** Beside what is wrong with the words of an explain, that the day is past on which it was to be kept. */
export type DueFlag = StatementFlag | 'overdue';

export type DuePrinciple = {
  principle: PrincipleNumber;
  state: PrincipleState;
  flags: DueFlag[];
  /** Other principles that are explained in the same words. */
  sameAs: PrincipleNumber[];
  dueOn: string | null;
};

/** All twelve principles of an organisation's year as they stand on a day, with what is flagged by name. What nobody said anything of is missing. */
export async function readExplainsDue(db: Db, organisation: string, year: number, on: string): Promise<DuePrinciple[]> {
  const [own, before] = [
    await readStatements(db, organisation, year),
    await readStatements(db, organisation, year - 1),
  ];
  return judgeStatements(own, before).map((judged) => {
    const dueOn = own.find(({ principle }) => principle === judged.principle)?.dueOn ?? null;
    const isOverdue = judged.state !== 'comply' && dueOn !== null && dueOn < on;
    return { ...judged, flags: isOverdue ? [...judged.flags, 'overdue'] : judged.flags, dueOn };
  });
}
