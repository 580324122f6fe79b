#!/usr/bin/env bash
# csv-stringify 6.9.0 with escape_formulas puts an apostrophe before a text that begins like a formula, and csv-parse 7.0.3, of the same
# project, has no option that takes it away again: what was exported comes back as another text. Numbers that are numbers are left alone,
# so "-5" survives as a number and not as a text. Seen: "-20 C bags" and "+5 V regulators" return with an apostrophe; the number -5 does not.
# A file that is edited in between and taken in again therefore makes new items of old ones, unless the reader knows of the writer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund csv-stringify@6.9.0 csv-parse@7.0.3
cat > look.mjs <<'JS'
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

const items = ['-20 C bags', '+5 V regulators', -5, '-5', 'Valves'];
const back = parse(stringify(items.map((item) => [item]), { escape_formulas: true }));
console.log(back.map(([cell]) => cell).join(' | '));
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "'-20 C bags | '+5 V regulators | -5 | '-5 | Valves" ] || { echo "changed"; exit 1; }
