import { z } from 'zod';
import type { MemoryAsked } from './memory-desk.ts';
import { memoryGroupings, memoryOrders } from './team-order.ts';

/** What the address of the page of memory asks for; whatever it does not know is the usual. `lesson` shows one lesson in every team. */
export type MemoryAddress = MemoryAsked & { lesson: string };

const asked = z.object({
  find: z.string().catch(''),
  order: z.enum(memoryOrders).catch('coldest'),
  grouping: z.enum(memoryGroupings).catch('none'),
  lesson: z.string().catch(''),
  page: z.coerce.number().int().min(1).catch(1),
});

export function readMemoryAddress(search: URLSearchParams): MemoryAddress {
  return asked.parse(Object.fromEntries(search));
}

/** The address of the same page with something changed. It begins on the first page of teams, as another order has other ones there. */
export function memoryPath(address: MemoryAddress, change: Partial<Omit<MemoryAddress, 'page'>>): string {
  const { find, order, grouping, lesson } = { ...address, ...change };
  const search = new URLSearchParams({
    ...(order !== 'coldest' && { order }),
    ...(grouping !== 'none' && { grouping }),
    ...(find && { find }),
    ...(lesson && { lesson }),
  });
  return search.size === 0 ? '/desk/memory' : `/desk/memory?${search}`;
}
