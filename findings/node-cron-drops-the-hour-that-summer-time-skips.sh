#!/usr/bin/env bash
# node-cron 4.6.0: a task whose hour does not exist on the day the clocks go forward is not run right after the gap, as Debian's cron does,
# but left out. A weekly one on that Sunday waits for the week after. Seen in Europe/Berlin before 28 March 2027, when 02:30 does not
# exist: the next run of "30 2 * * *" is on 29 March, that of "30 2 * * 0" on 4 April; nothing runs in the night itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-cron@4.6.0 @sinonjs/fake-timers@15.5.0
cat > look.mjs <<'JS'
import FakeTimers from '@sinonjs/fake-timers';

const clock = FakeTimers.install({ now: new Date('2027-03-27T20:00:00Z') });
const { default: cron } = await import('node-cron');
const timezone = 'Europe/Berlin';

function nextOf(expression) {
  const task = cron.schedule(expression, () => undefined, { timezone });
  const next = task.getNextRun().toISOString();
  task.stop();
  return next;
}

const daily = nextOf('30 2 * * *');
const weekly = nextOf('30 2 * * 0');
let runs = 0;
const task = cron.schedule('30 2 * * *', () => (runs += 1), { timezone });
await clock.tickAsync(12 * 3_600_000);
task.stop();
clock.uninstall();
console.log(`daily ${daily}, weekly ${weekly}, ${runs} runs in the night`);
JS
seen=$(node look.mjs)
echo "seen: $seen"
expected="daily 2027-03-29T00:30:00.000Z, weekly 2027-04-04T00:30:00.000Z, 0 runs in the night"
[ "$seen" = "$expected" ] || { echo "changed"; exit 1; }
