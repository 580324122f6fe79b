import type { Log } from '#server/log/log.ts';

/** What a form with one file says. `file` null: none was chosen, or the body is no such form. */
export type FormWithFile = {
  fields: Readonly<Record<string, string>>;
  file: { name: string; bytes: Uint8Array } | null;
};

const noForm: FormWithFile = { fields: {}, file: null };

/** More parts than any form of ours has; each costs its reader something. */
const mostParts = 20;

/** Reads a posted form with a file in it. How large it may be was looked at before anything was read. */
export async function formWithFile(request: Request, log: Log): Promise<FormWithFile> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('multipart/form-data')) return noForm;
  try {
    const body = new Uint8Array(await request.arrayBuffer());
    if (countParts(body, type) > mostParts) return noForm;
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const fields: Record<string, string> = {};
    let file: FormWithFile['file'] = null;
    for (const [name, value] of form) {
      if (typeof value === 'string') fields[name] = value;
      else if (value.size > 0) file ??= { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
    }
    return { fields, file };
  } catch (err) {
    // A body that is not what its type says.
    log.tell('form-unreadable', { err });
    return noForm;
  }
}

/** How many parts a body has, and one: each begins with the boundary that its type names. */
function countParts(body: Uint8Array, type: string): number {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  if (!boundary) return 0;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let parts = 0;
  let at = bytes.indexOf(boundary);
  while (at >= 0 && parts <= mostParts) {
    parts += 1;
    at = bytes.indexOf(boundary, at + boundary.length);
  }
  return parts;
}
