import type { IncomingHttpHeaders } from 'node:http';

const loopback = /^(127\.|::1$)/;

/** Addresses of a house's own machines: a proxy in front of Nodomoto has one of these. */
const ownNetwork = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe80:)/i;

/** What a proxy adds to a request that it hands on. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** IPv4 as IPv4, also where the socket speaks IPv6. */
const bare = (peer: string | undefined) => peer?.replace(/^::ffff:/i, '') ?? '';

/** Who asks: the peer, or whom a proxy of ours names last. What a stranger writes into the header himself is not believed. */
export function askerOf(peer: string | undefined, headers: Headers): string {
  const address = bare(peer);
  const named = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return named && (loopback.test(address) || ownNetwork.test(address)) ? named : address;
}

/** Whether a request was made on this very machine, and not handed on by a proxy that runs on it. */
export function isOwnMachine(peer: string | undefined, headers: IncomingHttpHeaders): boolean {
  return loopback.test(bare(peer)) && !proxyHeaders.some((name) => name in headers);
}
