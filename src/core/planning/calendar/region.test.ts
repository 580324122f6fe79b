import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { everyZone } from '#testing/clock-changes.ts';
import { publicHolidays } from './public-holidays.ts';
import { knownRegion, partsOfCountry, regionOfZone } from './region.ts';

const countries = Object.keys(new Holidays().getCountries());

test.each([
  ['JP', 'JP'],
  [' nl ', 'NL'],
  ['us-oh', 'US-OH'],
  ['DE-BY', 'DE-BY'],
  ['us-la-no', 'US-LA-NO'],
  ['CK-AITUTAKI', 'CK-Aitutaki'],
])('a region: %s', (code, region) => {
  expect(knownRegion(code)).toEqual({ ok: true, region });
  expect(publicHolidays(region, 2026, 2026).size).toBeGreaterThan(5);
});

test.each([
  ['Japan', 'Did you mean JP (Japan)?'],
  ['Germny', 'Did you mean DE (Germany)?'],
  ['UK', 'as in JP, NL or GB'],
  ['', 'as in JP, NL or GB'],
  ['GB-OH', 'Known are: GB, GB-ALD, GB-ENG, GB-NIR, GB-SCT, GB-WLS.'],
  ['JP-13', 'JP has no parts with holidays of their own; write JP.'],
])('a region without known holidays says what to write instead: %s', (code, mend) => {
  expect(knownRegion(code)).toMatchObject({ ok: false, wrong: expect.stringContaining(mend) });
});

test.each([
  ['Asia/Tokyo', 'JP'],
  ['Japan', 'JP'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['Europe/Kyiv', 'UA'],
  ['Africa/Lagos', 'NG'],
  ['America/Nuuk', 'GL'],
  ['US/Eastern', 'US'],
  ['Etc/UTC', null],
  ['Antarctica/Troll', null],
  ['Asia/Amman', null],
])('the region of the time zone %s is %s', (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

test('the region of any zone is a country with known holidays, and each such country but Kosovo and the Canary Islands has one', () => {
  const found = new Set(everyZone.map(regionOfZone).filter((region) => region !== null));
  expect([...found].filter((region) => !knownRegion(region).ok)).toEqual([]);
  expect(countries.filter((country) => !found.has(country))).toEqual(['IC', 'XK']);
});

test('no zone belongs to two countries', () => {
  const doubled = countries.flatMap((country) =>
    (new Intl.Locale(`und-${country}`).getTimeZones() ?? []).filter((zone) => regionOfZone(zone) !== country),
  );
  expect(doubled).toEqual([]);
});

test('the parts of a country with holidays of their own go by the names they have there', () => {
  expect(partsOfCountry('DE')).toContainEqual({ code: 'DE-BY', name: 'Bayern' });
  expect(partsOfCountry('DE').every(({ code }) => knownRegion(code).ok)).toBe(true);
  expect([...partsOfCountry('DE-BY'), ...partsOfCountry('JP')]).toEqual([]);
});
