import type { Socket } from 'node:net';
import type { Fault } from '#core/delivery/breaker.ts';
import { isTrouble, judgeReply } from '#core/delivery/judge-reply.ts';
import { messageOf } from '#core/errors/causes.ts';
import { type LineManner, notInTime, openLineInTime } from './smtp-line.ts';

/**
 * Goes all the way to a mail without sending one: greeting, encryption, login, and whether we may send as `from`. `null` is good.
 * The patience of the manner is for all of it together.
 */
export async function tryServer(smtpUrl: string, from: string, manner: LineManner): Promise<Fault | null> {
  const signal = AbortSignal.timeout(manner.patienceMs);
  const opened = await openLineInTime(smtpUrl, manner, signal);
  if (!opened.ok) return opened.fault;
  const socket = opened.line._socket;
  if (!socket) return { trouble: 'connection', reply: 'The server closed the connection.' };
  // nodemailer cannot say MAIL FROM without a mail, so from here on the line is ours.
  socket.removeAllListeners('data');
  try {
    return await trySender(socket, from);
  } catch (error) {
    return signal.aborted ? notInTime : { trouble: 'connection', reply: messageOf(error) };
  } finally {
    opened.line.close();
  }
}

async function trySender(socket: Socket, from: string): Promise<Fault | null> {
  const reply = await say(socket, `MAIL FROM:<${from}>`);
  if (!reply.startsWith('2')) {
    const verdict = judgeReply('sender', reply);
    return { trouble: isTrouble(verdict) ? verdict : 'sender', reply };
  }
  await say(socket, 'RSET');
  await say(socket, 'QUIT');
  return null;
}

/** Says one command, and waits for the last line of the answer. */
function say(socket: Socket, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const settle = (end: () => void) => {
      socket.removeListener('data', listen).removeListener('close', left);
      end();
    };
    const listen = (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      if (/^\d{3}(?: .*)?\r?\n$/m.test(heard)) settle(() => resolve(heard.trim()));
    };
    const left = () => settle(() => reject(new Error('The server closed the connection.')));
    socket.on('data', listen).once('close', left);
    socket.write(`${command}\r\n`);
  });
}
