import type { fieldPaces } from '#core/evidence/field-evidence.ts';
import type { TeamExposure } from '#core/exposure/exposure.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { chance, normal, uses } from '../chance.ts';
import { fieldExposure, fieldLesson, fieldRoles, weightOnFile } from './field-lessons.ts';

export type FieldShape = { teams: number; teamSize: number; lessons: number; weeks: number; seed: number };

/** Days counted from the first Monday, both inclusive. Of some the planner is told, as of a pause; mail to the others lies unread. */
export type Absence = { from: number; until: number; told: boolean };

/** Somebody as they truly are. None of this is known to any rule but the clairvoyant. */
export type FieldPerson = {
  id: number;
  team: number;
  role: string;
  /** Per lesson: what the files say it weighs for them, and what it truly does. */
  onFile: readonly number[];
  weight: readonly number[];
  /** First day, last day (null: beyond the trial), and the day from which the last is on file. */
  from: number;
  leaves: { on: number; toldFrom: number } | null;
  absences: readonly Absence[];
  /** Chance that a mail is answered; 0 for those who never do. */
  answerRate: number;
  /** Chance that a mail that is not answered is read. */
  readingRate: number;
  /** Per lesson: how long it is kept, as a multiple of the usual time. */
  keeping: readonly number[];
  /** Per lesson: days before the trial on which they lived through such a thing, unknown to the files. */
  livedOn: readonly (readonly number[])[];
};

export type FieldTeam = { id: number; exposure: TeamExposure };

export type FieldOrganisation = {
  seed: number;
  weeks: number;
  lessons: readonly PlannableLesson[];
  teams: readonly FieldTeam[];
  people: readonly FieldPerson[];
};

/** Deviation of the logarithm of the true weight around the one on file. */
const weightNoise = 0.5;

/** Deviation of the logarithm of how long people, and lessons, are kept. */
const keepingSpread = 0.35;

/** A tenth never answers; the others answer a quarter to nine tenths of their mail. */
const silentShare = 0.1;
const answerRates = [0.25, 0.45, 0.6, 0.75, 0.9] as const;

const leavingAWeek = 0.004;

/** The place of somebody who left is empty so long, in days. */
const vacancyDays = 28;

/** Ids of those who follow each other in a seat. */
const perSeat = 10;

export function fieldOrganisation({ teams, teamSize, lessons, weeks, seed }: FieldShape): FieldOrganisation {
  const all = Array.from({ length: lessons }, (_, number) => fieldLesson(seed, number));
  const seats = Array.from({ length: teams * teamSize }, (_, seat) => seat);
  return {
    seed,
    weeks,
    lessons: all,
    teams: Array.from({ length: teams }, (_, id) => ({ id, exposure: fieldExposure(seed, id) })),
    people: seats.flatMap((seat) => inSeat({ seed, seat, team: Math.floor(seat / teamSize), lessons: all, weeks })),
  };
}

type Seat = { seed: number; seat: number; team: number; lessons: readonly PlannableLesson[]; weeks: number };

/** Who sits in a seat, one after the other. */
function inSeat(seat: Seat): FieldPerson[] {
  const people: FieldPerson[] = [];
  let from = 0;
  while (from < 7 * seat.weeks && people.length < perSeat) {
    const person = fieldPerson(seat, seat.seat * perSeat + people.length + 1, from);
    people.push(person);
    if (!person.leaves) break;
    from = person.leaves.on + vacancyDays;
  }
  return people;
}

function fieldPerson({ seed, seat, team, lessons, weeks }: Seat, id: number, from: number): FieldPerson {
  const silent = chance(seed, uses.fieldPerson, id, 0) < silentShare;
  const rate = answerRates[Math.floor(chance(seed, uses.fieldPerson, id, 1) * answerRates.length)] ?? 0;
  const ability = normal(seed, uses.fieldPerson, id, 2);
  const role = roleIn(seat, team);
  const onFile = lessons.map((lesson) => weightOnFile(lesson, fieldExposure(seed, team), role));
  return {
    id,
    team,
    role,
    onFile,
    weight: onFile.map((on, lesson) => on * Math.exp(weightNoise * normal(seed, uses.fieldWeight, team, lesson))),
    from,
    leaves: leaving(seed, id, from, weeks),
    absences: absencesOf(seed, id, from, weeks),
    answerRate: silent ? 0 : rate,
    readingRate: 0.1 + 0.7 * chance(seed, uses.fieldPerson, id, 3),
    keeping: lessons.map((_, lesson) =>
      Math.exp(keepingSpread * (ability + normal(seed, uses.fieldPerson, -lesson, 4))),
    ),
    livedOn: lessons.map((_, lesson) => livedOn(seed, id * lessons.length + lesson, from)),
  };
}

/** Five of eight have the role of their team, the others another. */
function roleIn(seat: number, team: number): string {
  const other = seat % 8 < 5 ? 0 : 1 + (seat % 2);
  return fieldRoles[(team + other) % fieldRoles.length] ?? fieldRoles[0];
}

function leaving(seed: number, id: number, from: number, weeks: number): FieldPerson['leaves'] {
  for (let week = Math.ceil(from / 7) + 8; week < weeks; week += 1) {
    if (chance(seed, uses.fieldLeaving, id, week) >= leavingAWeek) continue;
    const told = chance(seed, uses.fieldLeaving, id, 1000);
    return { on: 7 * week + 4, toldFrom: 7 * week + 4 - (told < 0.5 ? 28 : -1) };
  }
  return null;
}

/** Two weeks away in every half year; of two thirds the files know. */
function absencesOf(seed: number, id: number, from: number, weeks: number): Absence[] {
  const halves = Array.from({ length: Math.ceil(weeks / 26) }, (_, half) => half);
  return halves.flatMap((half) => {
    const first = 7 * (26 * half + Math.floor(24 * chance(seed, uses.fieldAbsence, id, 2 * half)));
    if (first < from) return [];
    return [{ from: first, until: first + 13, told: chance(seed, uses.fieldAbsence, id, 2 * half + 1) < 0.67 }];
  });
}

/** A tenth of lessons was lived through, a quarter of a year to a year before somebody came: at its beginning and a month later. */
function livedOn(seed: number, arm: number, from: number): number[] {
  if (chance(seed, uses.fieldLived, arm, 0) >= 0.1) return [];
  const first = from - 120 - Math.floor(250 * chance(seed, uses.fieldLived, arm, 1));
  return [first, first + 28];
}

/** How one trial differs from another. */
export type FieldPace = (typeof fieldPaces)[number];
