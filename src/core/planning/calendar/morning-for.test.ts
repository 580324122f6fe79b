import { describe, expect, it } from 'vitest';
import { morningFor } from './planning-day.ts';
import { officeHours } from './work-time.ts';

const tuesday = Temporal.PlainDate.from('2026-11-24');
/** 07:30 in New York, 21:30 in Tokyo, 13:30 in Amsterdam. */
const newYorkPlans = Date.parse('2026-11-24T12:30:00Z');

const morning = (zone: string, now = newYorkPlans) => {
  const { day, dueAt } = morningFor(tuesday, now, officeHours(zone, '08:30'));
  return `${day} ${new Date(dueAt).toISOString()}`;
};

describe('the morning of somebody far from their team', () => {
  it('is the team’s own day where it is still to come', () => {
    expect(morning('America/New_York')).toBe('2026-11-24 2026-11-24T13:30:00.000Z');
  });

  it('is at once where the morning has passed and the day is still worth it', () => {
    expect(morning('Europe/Amsterdam')).toBe('2026-11-24 2026-11-24T12:30:00.000Z');
  });

  it('is the next working morning where it is evening already', () => {
    expect(morning('Asia/Tokyo')).toBe('2026-11-25 2026-11-24T23:30:00.000Z');
  });

  it('is Monday when the evening is a Friday’s', () => {
    const friday = Temporal.PlainDate.from('2026-11-27');
    const { day } = morningFor(friday, Date.parse('2026-11-27T12:30:00Z'), officeHours('Asia/Tokyo', '08:30'));
    expect(day.toString()).toBe('2026-11-30');
  });
});
