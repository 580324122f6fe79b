import type { Log } from '#server/log/log.ts';
import { keepFields } from './unsaved-form.ts';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** A posted form, for pages whose fields repeat; a body that is no form has none. */
export async function readForm(request: Request, log: Log): Promise<FormData> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!formTypes.includes(type)) return new FormData();
  try {
    const form = await request.formData();
    keepFields(request, textFields(form));
    return form;
  } catch (err) {
    // A body that is not what its type says.
    log.tell('form-unreadable', { err });
    return new FormData();
  }
}

/** The fields of a form as plain text: files are left out, and of repeated fields all but the last. */
export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The fields of a posted form as plain text. */
export async function formFields(request: Request, log: Log): Promise<Record<string, string>> {
  return textFields(await readForm(request, log));
}
