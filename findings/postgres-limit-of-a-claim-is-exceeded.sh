#!/usr/bin/env bash
# PostgreSQL 18.7 (as PGlite 0.5.17): the usual claim of a mail queue, UPDATE … WHERE id IN (SELECT … LIMIT 1 FOR UPDATE SKIP LOCKED), takes
# every waiting row if the planner looks the subquery up anew for each outer row. It does so where the statistics know of few rows in the
# waiting state, which is what a queue's statistics say that were taken while it was empty. Written as WITH … AS MATERIALIZED it takes one.
# Seen: of 41 waiting mails the first form claims 41, the second 1. A worker that claims more than it asked for holds mails that it never looks at,
# until its lease passes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17
cat > look.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';

const oldest = "SELECT id FROM mail WHERE state = 'queued' ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED";
const forms = [
  `UPDATE mail SET state = 'claimed' WHERE id IN (${oldest}) AND state = 'queued' RETURNING id`,
  `WITH oldest AS MATERIALIZED (${oldest})
   UPDATE mail SET state = 'claimed' WHERE id IN (SELECT id FROM oldest) AND state = 'queued' RETURNING id`,
];
const claimed = [];
for (const form of forms) {
  const database = new PGlite();
  await database.exec(`
    CREATE TABLE mail (id int PRIMARY KEY, state text, due int);
    CREATE INDEX ON mail (state, due);
    INSERT INTO mail SELECT n, 'sent', 0 FROM generate_series(1, 1000) n;
    ANALYZE mail;
    INSERT INTO mail SELECT n, 'queued', 0 FROM generate_series(1001, 1041) n;`);
  claimed.push((await database.query(form)).rows.length);
  await database.close();
}
console.log(claimed.join(' and '));
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "41 and 1" ] || { echo "changed"; exit 1; }
