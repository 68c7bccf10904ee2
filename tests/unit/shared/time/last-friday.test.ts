import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../../../../src/shared/time/days-off.ts';
import { type LastFridayRule, nextLastFriday, nextLastFridays } from '../../../../src/shared/time/last-friday.ts';
import { instants, stockholm } from './instants.ts';

const next = (now: string, ...andringar: LastFridayRule['andringar']) =>
  nextLastFriday(stockholm(now), { klockan: '12:00', andringar }, []).toPlainDateTime().toString().slice(0, 16);

test.each([
  ['earlier in the month', '2026-11-10T10:00', '2026-11-27T12:00'],
  ['the same morning', '2026-11-27T11:59', '2026-11-27T12:00'],
  ['when it starts, the next one (Christmas Day is left out)', '2026-11-27T12:00', '2027-01-29T12:00'],
  ['after it, in the same month', '2026-10-31T10:00', '2026-11-27T12:00'],
  ['over Good Friday', '2024-03-01T10:00', '2024-04-26T12:00'],
  ['a month that ends on its Friday', '2026-07-01T10:00', '2026-07-31T12:00'],
  ['over New Year', '2026-12-31T23:59', '2027-01-29T12:00'],
])('%s', (_, now, expected) => {
  expect(next(now)).toBe(expected);
});

test('a last Friday that is off can be moved to before it', () => {
  expect(next('2026-12-01T10:00', { fran: '2026-12-25', till: '2026-12-18' })).toBe('2026-12-18T12:00');
  expect(next('2026-12-18T12:00', { fran: '2026-12-25', till: '2026-12-18' })).toBe('2027-01-29T12:00');
});

test('one can be moved to after it, even into the next month', () => {
  expect(next('2026-11-20T10:00', { fran: '2026-11-27', till: '2026-12-04' })).toBe('2026-12-04T12:00');
  expect(next('2026-12-02T10:00', { fran: '2026-11-27', till: '2026-12-04' })).toBe('2026-12-04T12:00');
});

test('one moved before the turn of the month before is found in time', () => {
  expect(next('2026-10-30T13:00', { fran: '2026-11-27', till: '2026-10-31' })).toBe('2026-10-31T12:00');
});

test('one without a new date is cancelled', () => {
  expect(next('2026-11-20T10:00', { fran: '2026-11-27' })).toBe('2027-01-29T12:00');
});

test('a last Friday on an eve is left out when the eve counts as a day off', () => {
  const rule = { klockan: '12:00', andringar: [] };
  const now = stockholm('2027-12-01T10:00');
  expect(nextLastFriday(now, rule, ['nyårsafton']).toPlainDate().toString()).toBe('2028-01-28');
  expect(nextLastFriday(now, rule, []).toPlainDate().toString()).toBe('2027-12-31');
});

test('it is always ahead, a last Friday, a working day, and never earlier for who asks later', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 100_000 }), (now, minutes) => {
      const rule = { klockan: '12:00', andringar: [] };
      const found = nextLastFriday(now, rule, ['nyårsafton']);
      expect(Temporal.Instant.compare(found.toInstant(), now)).toBe(1);
      expect(found.dayOfWeek).toBe(5);
      expect(found.add({ weeks: 1 }).month).not.toBe(found.month);
      expect(isWorkingDay(found.toPlainDate(), ['nyårsafton'])).toBe(true);
      const later = nextLastFriday(now.add({ minutes }), rule, ['nyårsafton']);
      expect(Temporal.ZonedDateTime.compare(found, later)).toBeLessThanOrEqual(0);
    }),
  );
});

test('the next ones follow each other, and none is said twice', () => {
  const rule = { klockan: '12:00', andringar: [{ fran: '2026-12-25', till: '2026-12-18' }] };
  const three = nextLastFridays(stockholm('2026-11-27T12:00'), 3, rule, []);
  expect(three.map((start) => start.toPlainDate().toString())).toEqual(['2026-12-18', '2027-01-29', '2027-02-26']);
});
