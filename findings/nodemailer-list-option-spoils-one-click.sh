#!/usr/bin/env bash
# nodemailer 10.6.1: its `list` option makes a List-* header of any key and puts each value in angle brackets as an address. For the header of
# one-click unsubscribing (RFC 8058), whose value has to be the words List-Unsubscribe=One-Click, that gives an address which is none, and
# not the header that the RFC asks for. Seen: List-Unsubscribe-Post: <http://List-Unsubscribe=One-Click>. Given under `headers` the words stay as they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nodemailer@10.6.1
cat > look.mjs <<'JS'
import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
const letter = { from: 'nudge@firm.example', to: 'reader@firm.example', subject: 'A case', text: 'A case.' };
const unsubscribe = { url: 'https://firm.example/u/1' };
const words = 'List-Unsubscribe=One-Click';

async function postHeaderOf(extra) {
  const { message } = await transport.sendMail({ ...letter, ...extra });
  return message.toString().split(/\r?\n/).find((line) => line.startsWith('List-Unsubscribe-Post:'));
}

const byList = await postHeaderOf({ list: { unsubscribe, 'unsubscribe-post': words } });
const byHeaders = await postHeaderOf({ list: { unsubscribe }, headers: { 'List-Unsubscribe-Post': words } });
console.log(`${byList} | ${byHeaders}`);
JS
seen=$(node look.mjs)
echo "seen: $seen"
expected='List-Unsubscribe-Post: <http://List-Unsubscribe=One-Click> | List-Unsubscribe-Post: List-Unsubscribe=One-Click'
[ "$seen" = "$expected" ] || { echo "changed"; exit 1; }
