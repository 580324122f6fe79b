#!/usr/bin/env bash
# date-holidays 3.37.0 keeps Sri Lanka's holidays by the moon (thirteen Poya days, Eid, Deepavali and others) on their dates of 2026 in every
# year: they are written as dates without a year (pull request 599 there: "specific dates calculated for the year 2026"). A Poya day is the day
# of the full moon, and no full moon falls on one date two years running. Seen: the same dates in 2026, 2027 and 2030, with Vap Poya on
# 25 October in each, though the moon is full on 15 October in 2027. A planner that trusts the list mails on every Poya day from 2027 on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat > look.mjs <<'JS'
import Holidays from 'date-holidays';

const poya = 'පෝය';
const datesOf = (year) =>
  new Holidays('LK')
    .getHolidays(year)
    .filter(({ name }) => name.includes(poya))
    .map(({ date }) => date.slice(5, 10))
    .join(' ');
const [now, next, later] = [2026, 2027, 2030].map(datesOf);
console.log(now === next && now === later && now.includes('10-25') ? `the same every year: ${now}` : 'moved');
JS
seen=$(node look.mjs)
echo "seen: $seen"
case "$seen" in "the same every year: "*) ;; *) echo "changed"; exit 1 ;; esac
