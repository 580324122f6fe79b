import type { ImportPlan } from './import-plan.ts';
import { type FaultKind, type ListedPerson, type ListFault, personFields } from './listed-person.ts';
import { nameKey } from './same-name.ts';

/** The rows of a list of which each is about somebody else, and what came of the others. */
export type RowsOnce = { rows: ListedPerson[]; repeated: ImportPlan['repeated']; faults: ListFault[] };

/**
 * The same person twice: said twice alike they are taken once. Said twice and differently no line is taken, since nothing tells which is right, and
 * the order of lines must not.
 */
export function rowsOnce(rows: readonly ListedPerson[]): RowsOnce {
  const byAddress = [...Map.groupBy(rows.toSorted(bySpelling), ({ email }) => email).values()];
  const once: ListedPerson[] = [];
  const repeated: ImportPlan['repeated'] = [];
  const faults: ListFault[] = [];
  for (const [first, ...others] of byAddress) {
    if (!first) continue;
    const differing = others.some((row) => !saysTheSame(row, first));
    if (differing) faults.push(...together([first, ...others], 'email', 'address-twice'));
    else once.push(first);
    if (!differing) for (const { line, email } of others) repeated.push({ line, email, first: first.line });
  }
  const shared = [...Map.groupBy(once.filter(hasNumber), ({ staffNumber }) => staffNumber).values()].filter(
    (group) => group.length > 1,
  );
  const faulty = new Set(shared.flat());
  return {
    rows: once.filter((row) => !faulty.has(row)),
    repeated,
    faults: [...faults, ...shared.flatMap((group) => together(group, 'staffNumber', 'staff-number-twice'))],
  };
}

const bySpelling = (one: ListedPerson, other: ListedPerson) => {
  if (one.team !== other.team) return one.team < other.team ? -1 : 1;
  return one.line - other.line;
};

const hasNumber = ({ staffNumber }: ListedPerson) => typeof staffNumber === 'string' && staffNumber !== '';

function saysTheSame(one: ListedPerson, other: ListedPerson): boolean {
  return (
    nameKey(one.team) === nameKey(other.team) &&
    one.pace === other.pace &&
    one.sector === other.sector &&
    personFields.every((field) => one[field] === other[field])
  );
}

/** A fault for each of some lines, which names the others. */
function together(rows: readonly ListedPerson[], field: string, wrong: FaultKind): ListFault[] {
  return rows.map((row) => ({
    line: row.line,
    field,
    wrong,
    said: rows
      .filter((other) => other !== row)
      .map(({ line }) => line)
      .join(', '),
  }));
}
