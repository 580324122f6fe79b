import { createServer, type Server, type ServerResponse } from 'node:http';
import { filesAlone } from '#server/http/files-alone.ts';
import { aLog } from './a-log.ts';

/** The built site behind a server that can be told to serve other text, to date its answers back, to refuse, or to be slow. */
export class AChangingSite {
  /** What stands at an address in place of the built file. */
  readonly instead = new Map<string, string>();
  /** Addresses that are answered with 503. */
  readonly refused = new Set<string>();
  daysAgo = 0;
  delayMs = 0;
  private readonly server: Server;

  constructor() {
    const files = filesAlone('dist/client', aLog().log);
    this.server = createServer((request, response) => {
      response.setHeader('Date', new Date(Date.now() - this.daysAgo * 86_400_000).toUTCString());
      const path = new URL(request.url ?? '/', 'http://site').pathname;
      setTimeout(() => {
        if (this.refused.has(path)) response.writeHead(503).end();
        else if (this.instead.has(path)) this.sendInstead(path, response);
        else void files.serve(request, response).then((served) => served || response.writeHead(404).end());
      }, this.delayMs);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private sendInstead(path: string, response: ServerResponse): void {
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(this.instead.get(path));
  }
}
