#!/usr/bin/env bash
# node-cron 4.6.0: where an expression names both a day of the month and a weekday, crontab (POSIX) runs on days that are either, node-cron only on
# days that are both. "0 8 1 * 1", the first of the month and every Monday for crontab, runs only when the first is a Monday. Seen from 2 January 2027 on:
# the next run is Monday 1 February 2027 and the one after it Monday 1 March, where crontab would have run on 4 January.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-cron@4.6.0 @sinonjs/fake-timers@15.5.0
cat > look.mjs <<'JS'
import FakeTimers from '@sinonjs/fake-timers';

const clock = FakeTimers.install({ now: new Date('2027-01-02T12:00:00Z'), toFake: ['Date'] });
const { default: cron } = await import('node-cron');

function nextAfter(instant) {
  clock.setSystemTime(new Date(instant));
  const task = cron.schedule('0 8 1 * 1', () => undefined, { timezone: 'UTC' });
  const next = task.getNextRun().toISOString().slice(0, 10);
  task.stop();
  return next;
}

const first = nextAfter('2027-01-02T12:00:00Z');
console.log(`${first}, then ${nextAfter(`${first}T12:00:00Z`)}`);
clock.uninstall();
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "2027-02-01, then 2027-03-01" ] || { echo "changed"; exit 1; }
