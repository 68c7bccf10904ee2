import { expect, test } from 'vitest';
import { inStockholm, parseTimestamp } from '../../../../src/shared/time/stockholm.ts';

test.each([
  ['2026-11-22 14:08:09+00', '2026-11-22T14:08:09Z'],
  ['2026-11-22T14:08:09Z', '2026-11-22T14:08:09Z'],
  ['2026-11-22T14:08:09.123456+00:00', '2026-11-22T14:08:09.123456Z'],
  ['2026-11-22 15:08:09.5+01', '2026-11-22T14:08:09.5Z'],
])('the timestamp %s is read', (text, instant) => {
  expect(parseTimestamp(text).toString()).toBe(instant);
});

test.each(['', 'igår', '2026-11-22', '2026-11-22 14:08:09'])('"%s" is no timestamp with an offset', (text) => {
  expect(() => parseTimestamp(text)).toThrow(RangeError);
});

test.each([
  ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00[Europe/Stockholm]'],
  ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00[Europe/Stockholm]'],
  ['2026-12-31T23:30:00Z', '2027-01-01T00:30:00+01:00[Europe/Stockholm]'],
])('%s is %s on the wall', (instant, wall) => {
  expect(inStockholm(parseTimestamp(instant)).toString()).toBe(wall);
});
