import { createServer, type Server } from 'node:http';
import { AppError } from '#core/errors/app-error.ts';

/** Tells early and in one sentence that the port is taken, before a build is waited for. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await closeServer(probe);
}

/** The port that the server listens on, which is another one where 0 was asked for. @throws AppError */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    const cannot = (error: NodeJS.ErrnoException) => fail(listenError(error, port, host));
    server.once('error', cannot);
    server.listen(port, host, () => {
      server.off('error', cannot);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): AppError {
  if (error.code === 'EADDRINUSE') return new AppError('PORT_TAKEN', { port }, { cause: error });
  if (error.code === 'EACCES') return new AppError('PORT_FORBIDDEN', { port }, { cause: error });
  return new AppError('CANNOT_LISTEN', { host, port, reason: error.code ?? error.message }, { cause: error });
}

/** How long an answer that is under way may take to end, of the five seconds that a run has to stop. */
const lastAnswersMs = 1000;

/** Takes no more requests, lets those under way end, and then cuts what is left. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
  });
}
