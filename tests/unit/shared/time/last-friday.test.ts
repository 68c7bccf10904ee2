import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { lastFridayOf } from '../../../../src/shared/time/last-friday.ts';

test('of any month it is a Friday of that month, and none comes after it there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const of = Temporal.PlainYearMonth.from({ year, month });
      const friday = lastFridayOf(of);
      expect(friday.dayOfWeek).toBe(5);
      expect(friday.toPlainYearMonth().equals(of)).toBe(true);
      expect(friday.add({ days: 7 }).toPlainYearMonth().equals(of)).toBe(false);
    }),
  );
});
