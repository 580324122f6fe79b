import type { Tables } from '#server/database/schema.ts';
import type { Side } from './side.ts';
import { belongings, type Sign } from './wall-of-tables.ts';

/** Teams of suppliers: what the house does not see is counted from them, as they are few. */
const teamsOfSuppliers = 'select "id" from "team" where "supplier_id" is not null';

/** A condition in SQL, in words that SQLite and PostgreSQL share, for the rows of a table that a side sees; `null` where it sees all. It stands on the bare table. */
export function rowsOf(side: Side, table: keyof Tables): string | null {
  const belonging = belongings[table];
  if (belonging === 'everybody') return null;
  if (belonging === 'house') return side.of === 'house' ? null : '1 = 0';
  // Whoever is of no side at all, such as the house's own mail, is the house's.
  if (side.of === 'house')
    return belonging.map((sign) => `(${name(sign)} is null or not (${isSuppliers(sign)}))`).join(' and ');
  return `(${belonging.map((sign) => isOf(side.id, sign)).join(' or ')})`;
}

/** Whether a sign says that a row is some supplier's. */
function isSuppliers(sign: Sign): string {
  if (sign.by === 'supplier') return sign.column === 'id' ? '1 = 0' : `${name(sign)} is not null`;
  return within(sign, teamsOfSuppliers, (of) => signsOf(of).map(isSuppliers).join(' or '));
}

function isOf(supplier: number, sign: Sign): string {
  if (sign.by === 'supplier') return `${name(sign)} = ${whole(supplier)}`;
  const teams = `select "id" from "team" where "supplier_id" = ${whole(supplier)}`;
  return within(sign, teams, (of) =>
    signsOf(of)
      .map((other) => isOf(supplier, other))
      .join(' or '),
  );
}

function within(sign: Sign, teams: string, rowsIn: (table: keyof Tables) => string): string {
  const people = `select "id" from "person" where "team_id" in (${teams})`;
  switch (sign.by) {
    case 'team':
      return `${name(sign)} in (${teams})`;
    case 'person':
      return `${name(sign)} in (${people})`;
    case 'address':
      return `${name(sign)} in (select "email" from "person" where "team_id" in (${teams}) union select "email" from "team_trainer" where "team_id" in (${teams}))`;
    case 'row':
      return `${name(sign)} in (select "${sign.at}" from "${sign.of}" where ${rowsIn(sign.of)})`;
    default:
      throw new RangeError(`A ${sign.by} is no sign that rests on teams.`);
  }
}

function signsOf(table: keyof Tables): readonly Sign[] {
  const belonging = belongings[table];
  if (typeof belonging === 'string') throw new RangeError(`Rows of ${table} belong to nobody's team.`);
  return belonging;
}

function name({ column }: Sign): string {
  return `"${column}"`;
}

/** It is put into SQL as it is. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new RangeError(`${id} is no id.`);
  return id;
}
