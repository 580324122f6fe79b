import { createServer } from 'node:http';
import { filesAlone } from '#server/http/files-alone.ts';
import { openStreamLog } from '#server/log/stream-log.ts';

export type ServedFolder = { url: string; close: () => void };

/** A built folder on a port of its own, its files served as in production: for printing and for measuring. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const log = openStreamLog('warn', process.stderr, Date.now);
  const files = filesAlone(folder, log);
  const server = createServer((request, response) => {
    files.serve(request, response).then(
      (served) => served || response.writeHead(404).end(),
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
