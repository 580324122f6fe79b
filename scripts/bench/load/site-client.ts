import { Agent, request } from 'node:http';

/** Where the product listens, and the address that it calls its own: that of its build, so that none is made anew for a port. */
export type Site = { port: number; siteUrl: string };

export type Reply = { status: number; body: string; cookies: string[]; ms: number };

type Asked = { method: 'GET' | 'POST'; path: string; cookie?: string; fields?: Record<string, string> };

/** Few enough for a server that is not tuned, and more than are ever asked at once here. */
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Asks as a browser on the site's own pages would. `ms` counts from the first byte written to the last one read. @throws Error when nobody answers. */
export function ask({ port, siteUrl }: Site, { method, path, cookie, fields }: Asked): Promise<Reply> {
  const form = fields ? new URLSearchParams(fields).toString() : '';
  const headers = {
    host: new URL(siteUrl).host,
    origin: siteUrl,
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
    ...(fields
      ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) }
      : {}),
  };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent }, (reply) => {
      let body = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (body += chunk));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          body,
          cookies: reply.headers['set-cookie'] ?? [],
          ms: performance.now() - start,
        }),
      );
    });
    asking.on('error', reject);
    asking.end(form);
  });
}
