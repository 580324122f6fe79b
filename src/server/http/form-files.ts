import type { Log } from '#server/log/log.ts';
import { largestBody } from './read-body.ts';

export type FormFiles =
  | { ok: true; files: Record<string, string> }
  | { ok: false; reason: 'too-large' | 'not-text'; file: string };

/** The files of a posted form as text, by their names without folders; a body that is no form has none. */
export async function formFiles(request: Request, log: Log): Promise<FormFiles> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return { ok: true, files: {} };
  const form = await request.formData().catch((err: unknown) => {
    log.tell('form-unreadable', { err });
    return new FormData();
  });
  const files: Record<string, string> = {};
  for (const [, file] of form) {
    if (typeof file === 'string' || file.size === 0) continue;
    const name = (file.name.split(/[\\/]/).at(-1) ?? '').slice(0, 80);
    if (file.size > largestBody) return { ok: false, reason: 'too-large', file: name };
    const text = await textOf(file);
    if (text === null) return { ok: false, reason: 'not-text', file: name };
    files[name] = text;
  }
  return { ok: true, files };
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
