#!/usr/bin/env bash
# nodemailer 10.6.0: a customAuth handler for XOAUTH2 is passed over when the server offers a password login too, as Microsoft's and
# Google's do, although login() is told method XOAUTH2. With a pass it logs in by PLAIN with it; without one it fails with "Missing
# credentials". The same handler under a name of its own is called. Seen: PLAIN under XOAUTH2, XOAUTH2 under TOKEN.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nodemailer@10.6.0 smtp-server@3.21.6
cat > look.mjs <<'JS'
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SMTPServer } from 'smtp-server';

let used = '';
const server = new SMTPServer({
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
  onAuth: ({ method, username }, session, done) => {
    used = method;
    done(null, { user: username });
  },
});
server.on('error', () => undefined);
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.server.address();

async function methodUsed(name) {
  used = '';
  const handler = async ({ sendCommand }) => {
    const token = Buffer.from('user=nudge\x01auth=Bearer token\x01\x01').toString('base64');
    await sendCommand(`AUTH XOAUTH2 ${token}`);
  };
  const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true, customAuth: { [name]: handler } });
  await new Promise((done) => connection.connect(done));
  await new Promise((done) => connection.login({ method: name, user: 'nudge', pass: 'token' }, done));
  connection.close();
  return used;
}

console.log(`${await methodUsed('XOAUTH2')} under XOAUTH2, ${await methodUsed('TOKEN')} under TOKEN`);
server.close();
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "PLAIN under XOAUTH2, XOAUTH2 under TOKEN" ] || { echo "changed"; exit 1; }
