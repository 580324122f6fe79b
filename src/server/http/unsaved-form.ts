import { isFaultOfStore, isStoreBusy } from '#server/outbox/until-written.ts';

/** What somebody sent that could not be saved, to be sent again: the fields of the form, and whether waiting a moment will do. */
export type UnsavedForm = { fields: Readonly<Record<string, string>>; why: 'busy' | 'store' };

const fieldsRead = new WeakMap<Request, Readonly<Record<string, string>>>();

/** A form can be read once only, so that what was read is kept for as long as its request. */
export function keepFields(request: Request, fields: Readonly<Record<string, string>>): void {
  fieldsRead.set(request, fields);
}

/** What has to be given back to its sender when `err` ended a request; `null` when nothing was sent, or the fault is not the store’s. */
export function unsavedForm(request: Request, err: unknown): UnsavedForm | null {
  if (request.method !== 'POST' || !isFaultOfStore(err)) return null;
  const fields = fieldsRead.get(request) ?? {};
  return { fields, why: isStoreBusy(err) ? 'busy' : 'store' };
}

/** Seconds after which it is worth sending again: most who hold the store let go at once, a full disk waits for somebody. */
export const retryAfter: Record<UnsavedForm['why'], number> = { busy: 5, store: 60 };
