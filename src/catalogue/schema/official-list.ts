import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { line, partialDate, slug } from './primitives.ts';

/** A list that a government keeps and changes. Each entry says from when it stands on it, so that the list can be asked as of any date. */
export const officialListSchema = z.strictObject({
  title: line(120),
  by: line(120),
  note: line(400).optional(),
  sources: z.array(z.strictObject({ publisher: line(80), url: z.url() })).min(1, 'name at least one source'),
  checkedOn: partialDate,
  entries: z.array(
    z.strictObject({
      id: slug,
      label: line(80),
      since: partialDate,
      in: z.partialRecord(z.enum(otherLanguages), line(60)).optional(),
    }),
  ),
  in: z
    .partialRecord(
      z.enum(otherLanguages),
      z.strictObject({ title: line(120), by: line(120), note: line(400).optional() }),
    )
    .optional(),
});

export type OfficialList = z.infer<typeof officialListSchema>;
export type OfficialEntry = OfficialList['entries'][number];

/** The entries on the list on a day. Dates are text that sorts: a month counts from its first day. Pure. */
export function onList(list: OfficialList, day: string): OfficialEntry[] {
  return list.entries.filter((entry) => entry.since <= day);
}

export const officialListNames = ['strategic-sectors', 'critical-materials'] as const;
export type OfficialListName = (typeof officialListNames)[number];
