#!/usr/bin/env bash
# ts-fsrs 5.4.2 (FSRS-6, its usual parameters): a memory of 100 days that is asked again within the day goes by the short-term formula, from the
# next day by the long-term one, and the two do not meet. An easy answer an hour later lengthens the memory by a third, one on the next day by
# a twenty-fifth; a forgotten one leaves 26 days within the day and 3 on the next. So by the model asking an hour later teaches more
# than asking tomorrow, the reverse of spacing; who lets people be asked twice a day had better count the second time for nothing. Seen, in days:
# easy 133.5 within the day, 104.1 the next; forgotten 26.2 within the day, 3.2 the next.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ts-fsrs@5.4.2
cat > look.mjs <<'JS'
import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

const scheduler = fsrs({ enable_fuzz: false });
const hour = 3_600_000;
const met = new Date('2026-11-02T08:00:00Z');
const card = {
  ...createEmptyCard(met),
  state: State.Review,
  stability: 100,
  difficulty: 5,
  reps: 5,
  scheduled_days: 100,
  last_review: met,
  due: new Date(met.getTime() + 100 * 24 * hour),
};

const daysAfter = (hours, rating) =>
  scheduler.next(card, new Date(met.getTime() + hours * hour), rating).card.stability.toFixed(1);

const told = (name, rating) => `${name} ${daysAfter(1, rating)} within the day, ${daysAfter(25, rating)} the next`;
console.log(`${told('easy', Rating.Easy)}; ${told('forgotten', Rating.Again)}`);
JS
seen=$(node look.mjs)
echo "seen: $seen"
[ "$seen" = "easy 133.5 within the day, 104.1 the next; forgotten 26.2 within the day, 3.2 the next" ] || { echo "changed"; exit 1; }
