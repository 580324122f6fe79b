import { type PrincipleShift, shiftBetween } from '#core/code/shift.ts';
import type { Db } from '#server/database/open-database.ts';
import { type DuePrinciple, readExplainsDue } from './explains-due.ts';
import { readStatements } from './read-statements.ts';

/** A principle of a year beside the year before. It names no person. */
export type CodePrinciple = DuePrinciple &
  Pick<PrincipleShift, 'before' | 'shift'> & { text: string; textBefore: string; ownerFunction: string };

export type CodeYear = { year: number; principles: CodePrinciple[]; hasYearBefore: boolean };

/** What an organisation says in a year, as it stands on a day, principle by principle, and how that moved since the year before. */
export async function readCodeYear(db: Db, organisation: string, year: number, on: string): Promise<CodeYear> {
  const [own, before] = [
    await readStatements(db, organisation, year),
    await readStatements(db, organisation, year - 1),
  ];
  const shifts = new Map(shiftBetween(before, own).map((shift) => [shift.principle, shift]));
  const due = await readExplainsDue(db, organisation, year, on);
  return {
    year,
    hasYearBefore: before.length > 0,
    principles: due.map((judged): CodePrinciple => {
      const said = own.find(({ principle }) => principle === judged.principle);
      const moved = shifts.get(judged.principle);
      return {
        ...judged,
        before: moved?.before ?? 'missing',
        shift: moved?.shift ?? 'missing',
        text: said?.text ?? '',
        textBefore: before.find(({ principle }) => principle === judged.principle)?.text ?? '',
        ownerFunction: said?.ownerFunction ?? '',
      };
    }),
  };
}

/** The years of which an organisation said something, the newest first. */
export async function readCodeYears(db: Db, organisation: string): Promise<number[]> {
  const rows = await db
    .selectFrom('code_statement')
    .select('year')
    .distinct()
    .where('organisation', '=', organisation)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}
