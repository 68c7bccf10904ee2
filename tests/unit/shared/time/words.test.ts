import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateInWords, dateTimeInWords, monthInWords, timeInWords, weekdayInWords } from '../../../../src/shared/time/words.ts';
import { stockholm } from './instants.ts';

const friday = Temporal.ZonedDateTime.from('2026-11-27T12:00[Europe/Stockholm]');

test('a day, a time, and both', () => {
  expect(dateInWords(friday)).toBe('fredag 27 november');
  expect(dateInWords(friday.toPlainDate())).toBe('fredag 27 november');
  expect(dateTimeInWords(friday)).toBe('fredag 27 november kl. 12.00');
  expect(weekdayInWords(friday)).toBe('fredag');
  expect(monthInWords(friday)).toBe('november');
});

test.each([
  ['09:05', '9.05'],
  ['00:00', '0.00'],
  ['16:30', '16.30'],
])('%s is written %s', (clock, words) => {
  expect(timeInWords(Temporal.PlainTime.from(clock))).toBe(words);
});

test('the year is written only when it is another than this one in Stockholm', () => {
  expect(dateInWords(friday, stockholm('2026-01-01T00:00'))).toBe('fredag 27 november');
  expect(dateInWords(friday, stockholm('2025-12-31T23:59'))).toBe('fredag 27 november 2026');
  expect(dateTimeInWords(friday, stockholm('2027-01-01T00:00'))).toBe('fredag 27 november 2026 kl. 12.00');
});

test('every weekday and month has its name', () => {
  const days = Array.from({ length: 366 }, (_, index) => friday.add({ days: index }));
  expect(new Set(days.map(weekdayInWords))).toHaveLength(7);
  expect(new Set(days.map(monthInWords))).toHaveLength(12);
});
