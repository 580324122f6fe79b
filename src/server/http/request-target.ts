import type { IncomingMessage } from 'node:http';

/** What a request is for. `path` begins with one `/` and is as it was sent, with its query. */
export type Target = { path: string; host: string | undefined };

/**
 * Reads what a request is for, or `null` where it cannot be read: a path that is not encoded as it should be, or two hosts. A proxy may send the whole
 * address, whose host then counts (RFC 9112, 3.2.2).
 */
export function readTarget({ url = '/', rawHeaders, headers }: IncomingMessage): Target | null {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) return null;
  const whole = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url);
  const host = whole ? whole[1] : headers.host;
  const path = whole ? `/${(whole[2] ?? '').replace(/^\//, '')}` : url;
  return path.startsWith('/') && isDecodable(path) ? { path, host } : null;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURI(path.split(/[?#]/, 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}
