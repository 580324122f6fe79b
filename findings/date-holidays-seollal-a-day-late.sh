#!/usr/bin/env bash
# date-holidays 3.37.0 starts Korea's New Year holiday on the day itself and lets it last three days. The holiday is the day before, the day
# and the day after (Article 2 of Korea's regulation on holidays of public offices). In 2026 the day is 17 February, so 16 to 18 are free.
# Seen: 17 to 19 February 2026. A planner that trusts the list mails on the 16th, when nobody works, and keeps silent on the 19th, when they do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat > look.mjs <<'JS'
import Holidays from 'date-holidays';

const day = 86_400_000;
const seoul = (time) => new Date(time + 9 * 3_600_000).toISOString().slice(0, 10);
const [{ start, end }] = new Holidays('KR').getHolidays(2026).filter(({ rule }) => rule.startsWith('korean 01-0-01'));
const days = [];
for (let time = start.getTime(); time < end.getTime(); time += day) days.push(seoul(time));
console.log(days.join(' '));
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "2026-02-17 2026-02-18 2026-02-19" ] || { echo "changed"; exit 1; }
