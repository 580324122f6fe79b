import { expect, test } from 'vitest';
import { usualWeek } from './usual-week.ts';
import { personWorkTime, type TeamHours, teamWorkTime } from './work-time-of.ts';

const sundayToThursday = new Set([7, 1, 2, 3, 4]);
const mondayToFriday = new Set([1, 2, 3, 4, 5]);

test.each([
  ['Asia/Riyadh', sundayToThursday],
  ['Asia/Qatar', sundayToThursday],
  ['Africa/Cairo', sundayToThursday],
  ['Asia/Dhaka', sundayToThursday],
  ['Asia/Tel_Aviv', sundayToThursday],
  ['Indian/Maldives', sundayToThursday],
  ['Asia/Tehran', new Set([6, 7, 1, 2, 3, 4])],
  ['Asia/Dubai', mondayToFriday],
  ['Asia/Karachi', mondayToFriday],
  ['Europe/Berlin', mondayToFriday],
  ['Etc/UTC', mondayToFriday],
])('the usual week in %s', (zone, week) => {
  expect(usualWeek(zone)).toEqual(week);
});

test('wherever Unicode has Friday in the weekend, nobody is taken to work on it; Afghanistan’s sources disagree', () => {
  const codes = Array.from({ length: 26 * 26 }, (_, at) =>
    String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
  );
  const restingOnFriday = codes
    .map((code) => new Intl.Locale(`und-${code}`))
    .filter((place) => place.getWeekInfo().weekend.includes(5) && place.region !== 'AF');
  const workedFridays = restingOnFriday.flatMap((place) =>
    (place.getTimeZones() ?? []).filter((zone) => usualWeek(zone).has(5)),
  );
  expect(restingOnFriday.length).toBeGreaterThan(10);
  expect(workedFridays).toEqual([]);
});

const team: TeamHours = {
  ...{ zone: 'Asia/Riyadh', mail_time: '08:30', work_week: null, shifts: null },
  ...{ quiet_from: null, quiet_to: null, holidays: null },
};
const inBerlin = { zone: 'Europe/Berlin', shifts: null, holidays: null, mail_days: null, mail_hours: null };

test('a team that names no week keeps the one of its country, and a colleague elsewhere that of theirs', () => {
  expect(teamWorkTime(team).week).toEqual(sundayToThursday);
  expect(personWorkTime(team, inBerlin).week).toEqual(mondayToFriday);
});

test('a week that is written down stands for everybody of the team', () => {
  const written = { ...team, work_week: 'sat-wed' };
  expect(teamWorkTime(written).week).toEqual(new Set([6, 7, 1, 2, 3]));
  expect(personWorkTime(written, inBerlin).week).toEqual(new Set([6, 7, 1, 2, 3]));
});
