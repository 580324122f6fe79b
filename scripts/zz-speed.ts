import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { aDueMorning } from './bench/mail/due-morning.ts';

const [n = '2500', dot = '0', conns = '5', url = ''] = process.argv.slice(2);
const sink = spawn(process.execPath, [new URL('bench/mail/sink.ts', import.meta.url).pathname, dot], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [port] = await once(sink.stdout, 'data');
const { app, close } = await aDueMorning(Number(n), {
  SMTP_URL: `smtp://127.0.0.1:${String(port).trim()}`,
  SMTP_CONNECTIONS: conns,
  ...(url ? { DATABASE_URL: url } : {}),
});
const c = await app.store.db
  .selectFrom('message')
  .select((eb) => eb.fn.countAll<number>().as('n'))
  .executeTakeFirst();
console.log('planned', c);
const t = performance.now();
const cpu0 = process.cpuUsage();
const counts = await app.sendDue();
const s = (performance.now() - t) / 1000;
console.log(counts, s.toFixed(2), 's', (counts.accepted / s).toFixed(0), 'mails/s');
const cpu = process.cpuUsage(cpu0);
console.log(
  'cpu user',
  (cpu.user / 1e6).toFixed(2),
  'sys',
  (cpu.system / 1e6).toFixed(2),
  'per mail ms',
  ((cpu.user + cpu.system) / 1e3 / counts.accepted).toFixed(2),
);
await close();
sink.kill();
