import { roleIds } from '#catalogue/schema/roles.ts';
import { absences, type YesNo } from '#core/people/import-plan.ts';
import { columnsOf } from '#core/tables/staff-columns.ts';
import { dateOrders, decimalSigns, encodings } from '../files/staff-file.ts';
import { namedZone } from '../named-zone.ts';
import type { ImportSettings } from './import-settings.ts';
import type { ReadFile } from './read-import.ts';

type Fields = Readonly<Record<string, string>>;

/** The one of a list that a field names. */
function oneOf<T extends string>(list: readonly T[], said: string | undefined): T | undefined {
  return list.find((entry) => entry === said);
}

/** What a form says of how to read a file. Fields that stand for headings are numbered as these are; what the form does not say stays. */
export function headingsFromForm(settings: ImportSettings, file: ReadFile, fields: Fields): ImportSettings {
  const encoding = oneOf(encodings, fields['encoding']);
  const decimal = oneOf(decimalSigns, fields['decimal']);
  const sheet = fields['sheet'];
  const otherRole = oneOf(roleIds, fields['otherRole']);
  const absence = oneOf(absences, fields['absence']);
  const teamId = Number(fields['teamId']);
  return {
    ...settings,
    file: {
      ...settings.file,
      ...(encoding && { encoding }),
      ...(decimal && { decimal }),
      ...(sheet && { sheet }),
      dateOrder: {
        ...settings.file.dateOrder,
        ...byHeading(file, fields, 'dateOrder', (said) => oneOf(dateOrders, said)),
      },
      zeros: {
        ...settings.file.zeros,
        ...byHeading(file, fields, 'zeros', (said) => oneOf(['kept', 'dropped'], said)),
      },
      ...columnsFromForm(settings, file, fields),
    },
    roles: { ...settings.roles, ...rolesFromForm(fields) },
    otherRole: otherRole ?? settings.otherRole,
    absence: absence ?? settings.absence,
    zone: namedZone(fields['zone'] ?? '') ?? settings.zone,
    teamId: Number.isInteger(teamId) && teamId > 0 ? teamId : settings.teamId,
  };
}

/** `dateOrder.3` is said of the fourth heading, `dateOrder.*` of all. */
function byHeading<T>(
  { headings }: ReadFile,
  fields: Fields,
  name: string,
  read: (said: string | undefined) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    ['*', ...headings].flatMap((heading, index) => {
      const value = read(fields[`${name}.${index === 0 ? '*' : index - 1}`]);
      return value === undefined ? [] : [[heading, value]];
    }),
  );
}

/** None while the headings could not be read: then what is known of them may still be found. */
function columnsFromForm(
  { file }: ImportSettings,
  { headings }: ReadFile,
  fields: Fields,
): Pick<ImportSettings['file'], 'columns'> {
  const said = Object.fromEntries(
    headings.flatMap((heading, index) => {
      const column = fields[`column.${index}`];
      return column === undefined ? [] : [[heading, oneOf(columnsOf.people, column) ?? null]];
    }),
  );
  return Object.keys(said).length > 0 ? { columns: { ...file.columns, ...said } } : {};
}

function rolesFromForm(fields: Fields): ImportSettings['roles'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, said]) => {
      const role = name.startsWith('role.') ? oneOf(roleIds, said) : undefined;
      return role ? [[name.slice('role.'.length), role]] : [];
    }),
  );
}

/** What a form answers of the questions that a plan asks. One answer for all is given where a question has none of its own. */
export function answersFromForm(settings: ImportSettings, same: readonly string[], fields: Fields): ImportSettings {
  const yesNo = ['yes', 'no'] as const;
  const answersTo = (prefix: string): Record<string, YesNo> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, said]) => {
        const answer = name.startsWith(`${prefix}.`) ? oneOf(yesNo, said) : undefined;
        return answer ? [[name.slice(prefix.length + 1), answer]] : [];
      }),
    );
  const all = oneOf(yesNo, fields['allSame']);
  const forAll = all ? Object.fromEntries(same.map((key) => [key, all])) : {};
  return {
    ...settings,
    same: { ...settings.same, ...forAll, ...answersTo('same') },
    renamed: { ...settings.renamed, ...answersTo('renamed') },
    stays: staying(settings, fields),
  };
}

/** Who is ticked stays, beside those who were before; or nobody does any more. */
function staying({ stays }: ImportSettings, fields: Fields): number[] {
  if (fields['leavers'] === 'all-leave') return [];
  const ticked = Object.keys(fields).flatMap((name) => (name.startsWith('stays.') ? Number(name.slice(6)) : []));
  return [...new Set([...stays, ...ticked.filter(Number.isInteger)])];
}
