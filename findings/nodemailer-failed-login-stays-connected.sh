#!/usr/bin/env bash
# nodemailer 10.6.0: when login() of its SMTPConnection ends with EAUTH, the connection stays open, without an error event and without end.
# Whoever makes a new connection for the next try, as after any other error, holds one more each time. Seen: three refused logins, three
# connections open at the server a second later; close() ends them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nodemailer@10.6.0 smtp-server@3.21.6
cat > look.mjs <<'JS'
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SMTPServer } from 'smtp-server';

let open = 0;
const server = new SMTPServer({
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onConnect: (session, done) => {
    open += 1;
    done();
  },
  onClose: () => {
    open -= 1;
  },
  onAuth: (auth, session, done) => done(new Error('Wrong password')),
});
server.on('error', () => undefined);
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.server.address();
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const connections = [];
for (let attempt = 0; attempt < 3; attempt += 1) {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true });
  await new Promise((done) => connection.connect(done));
  const error = await new Promise((done) => connection.login({ user: 'nudge', pass: 'wrong' }, done));
  if (error?.code !== 'EAUTH') throw new Error('the login was not refused');
  connections.push(connection);
}
await wait(1000);
const after = open;
for (const connection of connections) connection.close();
await wait(500);
console.log(`${after} open after three refused logins, ${open} after close()`);
server.close();
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "3 open after three refused logins, 0 after close()" ] || { echo "changed"; exit 1; }
