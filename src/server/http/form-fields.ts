import type { Log } from '#server/log/log.ts';
import { keepFields } from './unsaved-form.ts';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The fields of a posted form as plain text; files and repeated fields are left out, and a body that is no form has none. */
export async function formFields(request: Request, log: Log): Promise<Record<string, string>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!formTypes.includes(type)) return {};
  try {
    const form = await request.formData();
    const fields = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    keepFields(request, fields);
    return fields;
  } catch (err) {
    // A body that is not what its type says.
    log.tell('form-unreadable', { err });
    return {};
  }
}
