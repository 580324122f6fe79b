import { plainSink } from './plain-sink.ts';

/** `node sink.ts DOT_MS`: the sink in a process of its own, so that it takes no time of the client's. Prints its port. */
const { port } = await plainSink(Number(process.argv[2] ?? 0), () => undefined);
console.log(port);
