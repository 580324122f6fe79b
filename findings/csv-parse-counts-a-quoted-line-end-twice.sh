#!/usr/bin/env bash
# csv-parse 7.0.3 counts a line end of Windows (CR LF) inside quotation marks as two lines: info.lines of that record, and of every record behind
# it, is one too high for each. A line end of Unix inside quotation marks is counted once, and so is CR LF between records (RFC 4180 allows both).
# Seen: the last of three records stands on line 4 of its file; with CR LF it is said to stand on line 5.
# Whoever tells somebody which line of a spreadsheet's CSV to mend sends them to another, once a cell above it holds two lines.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund csv-parse@7.0.3
cat > look.mjs <<'JS'
import { parse } from 'csv-parse/sync';

const linesWith = (end) =>
  parse(['name,note', `"Ana","first${end}second"`, 'Ben,x', ''].join(end), { info: true }).map(({ info }) => info.lines);
console.log(`LF ${linesWith('\n').join(' ')} | CR LF ${linesWith('\r\n').join(' ')}`);
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "LF 1 3 4 | CR LF 1 4 5" ] || { echo "changed"; exit 1; }
