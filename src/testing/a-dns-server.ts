import DNS from 'dns2';
import { onTestFinished } from 'vitest';
import { type Dns, openDns } from '#server/doctor/dns/dns-records.ts';

/** What a name has; a long TXT record is given in its parts. */
export type Name = { TXT?: readonly (string | readonly string[])[]; MX?: readonly string[]; A?: readonly string[] };

/** `refused`: of this name the server says nothing. */
export type Zone = Readonly<Record<string, Name | 'refused'>>;

const { TYPE, CLASS, Resource } = DNS.Packet;
const nameError = 3;
const refused = 5;

/** A DNS server on the loopback address that knows the names of a zone, and the DNS as seen through it. It is closed when the test ends. */
export async function aDns(zone: Zone): Promise<Dns> {
  const server = DNS.createServer({
    udp: true,
    handle: (request, send) => {
      const response = DNS.Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const known = zone[question?.name.toLowerCase() ?? ''];
      if (known === undefined) response.header.rcode = nameError;
      else if (known === 'refused') response.header.rcode = refused;
      else if (question) response.answers.push(...recordsOf(known, question));
      send(response);
    },
  });
  await server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  onTestFinished(() => server.close());
  return openDns([`127.0.0.1:${server.addresses().udp?.port}`]);
}

function recordsOf({ TXT = [], MX = [], A = [] }: Name, { name, type }: { name: string; type: number }) {
  const common = { name, type, class: CLASS.IN, ttl: 60 };
  switch (type) {
    case TYPE.TXT:
      return TXT.map((data) => new Resource({ ...common, data: typeof data === 'string' ? data : [...data] }));
    case TYPE.MX:
      return MX.map((exchange) => new Resource({ ...common, exchange, priority: 10 }));
    case TYPE.A:
      return A.map((address) => new Resource({ ...common, address }));
    default:
      return [];
  }
}
