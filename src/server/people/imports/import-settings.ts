import { z } from 'zod';
import { roleIds } from '#catalogue/schema/roles.ts';
import { absences, type ImportAnswers } from '#core/people/import-plan.ts';
import { columnsOf } from '#core/tables/staff-columns.ts';
import { givenOf } from '../cell.ts';
import { dateOrders, decimalSigns, encodings, type FileAnswers } from '../files/staff-file.ts';

const yesNo = z.enum(['yes', 'no']);

/** By word: many words are asked about at once, and a file could bring as many as it has lines. */
const byWord = <T extends z.ZodType>(value: T) => z.record(z.string().max(400), value);

const fileAnswersSchema = z.object({
  encoding: z.enum(encodings).optional(),
  sheet: z.string().max(200).optional(),
  decimal: z.enum(decimalSigns).optional(),
  dateOrder: byWord(z.enum(dateOrders)).optional(),
  columns: byWord(z.enum(columnsOf.people).nullable()).optional(),
  zeros: byWord(z.enum(['kept', 'dropped'])).optional(),
  values: z.partialRecord(z.enum(columnsOf.people), z.string().max(400)).optional(),
});

/** What somebody has said of a file so far, as it stands with the import. */
export const importSettingsSchema = z.object({
  file: fileAnswersSchema.default({}),
  absence: z.enum(absences).nullable().default(null),
  /** What each word for a role means, by its key (`nameKey`), and what everybody else is who joins. */
  roles: byWord(z.enum(roleIds)).default({}),
  otherRole: z.enum(roleIds).nullable().default(null),
  /** Of those who join, where neither the file nor their team says one. */
  zone: z.string().nullable().default(null),
  /** The team of everybody in a file that names none. */
  teamId: z.number().int().nullable().default(null),
  same: byWord(yesNo).default({}),
  renamed: byWord(yesNo).default({}),
  stays: z.array(z.number().int()).default([]),
  /** Whether the good lines are taken although others are faulty. */
  withoutFaulty: z.boolean().default(false),
  /** Whether so many may leave as a mistake would make leave. */
  manyLeave: z.boolean().default(false),
});

export type ImportSettings = z.infer<typeof importSettingsSchema>;

export const noSettings: ImportSettings = importSettingsSchema.parse({});

/** What the reader of files is told: only what was answered. */
export function fileAnswersOf({ file }: ImportSettings): FileAnswers {
  const { encoding, sheet, decimal, dateOrder, columns, zeros, values } = file;
  return {
    list: 'people',
    ...(encoding && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...(decimal && { decimal }),
    ...(dateOrder && { dateOrder }),
    ...(columns && { columns }),
    ...(zeros && { zeros }),
    ...(values && { values: givenOf(values) }),
  };
}

export function planAnswersOf({ same, renamed, stays }: ImportSettings): ImportAnswers {
  return { same: new Map(Object.entries(same)), renamed: new Map(Object.entries(renamed)), stays: new Set(stays) };
}
