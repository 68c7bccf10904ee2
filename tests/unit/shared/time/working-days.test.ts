import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../../../../src/shared/time/days-off.ts';
import { inStockholm } from '../../../../src/shared/time/stockholm.ts';
import { byWorkingDay } from '../../../../src/shared/time/working-days.ts';
import { instants, stockholm } from './instants.ts';

const ledigaDagar = ['julafton', 'nyårsafton', 'midsommarafton'] as const;
const rule = { arbetsdagar: 2, klockan: '16:00', ledigaDagar };

test.each([
  ['an ordinary Monday', '2026-11-23T10:00', '2026-11-25T16:00'],
  ['the same day, late', '2026-11-23T23:59:59.999', '2026-11-25T16:00'],
  ['the same day, at midnight', '2026-11-23T00:00', '2026-11-25T16:00'],
  ['Friday 23.59', '2026-11-27T23:59', '2026-12-01T16:00'],
  ['Saturday', '2026-11-28T09:00', '2026-12-01T16:00'],
  ['Sunday', '2026-11-29T09:00', '2026-12-01T16:00'],
  ['the day before Christmas Eve', '2026-12-23T12:00', '2026-12-29T16:00'],
  ['Christmas Day', '2026-12-25T12:00', '2026-12-29T16:00'],
  ['the day before New Year’s Eve', '2026-12-30T12:00', '2027-01-05T16:00'],
  ['New Year’s night', '2027-01-01T00:00', '2027-01-05T16:00'],
  ['Maundy Thursday', '2026-04-02T12:00', '2026-04-08T16:00'],
  ['the Thursday before midsummer', '2026-06-18T12:00', '2026-06-23T16:00'],
  ['the day before a national day on a Friday', '2025-06-05T12:00', '2025-06-10T16:00'],
  ['a national day on a Saturday', '2026-06-05T12:00', '2026-06-09T16:00'],
  ['the Friday before the clock goes forward', '2026-03-27T23:00', '2026-03-31T16:00'],
  ['the hour that comes twice', '2026-10-25T02:30', '2026-10-27T16:00'],
])('%s (%s) gives %s', (_, now, expected) => {
  expect(byWorkingDay(stockholm(now), rule).toPlainDateTime().toString()).toBe(`${expected}:00`);
});

test('the day is Stockholm’s, not the server’s', () => {
  expect(byWorkingDay(Temporal.Instant.from('2026-11-23T23:30:00Z'), rule).toString()).toBe(
    '2026-11-26T16:00:00+01:00[Europe/Stockholm]',
  );
});

const numbers = fc.integer({ min: 1, max: 10 });

test('exactly n working days lie after the day, the last of them the promised one', () => {
  fc.assert(
    fc.property(instants, numbers, (now, arbetsdagar) => {
      const today = inStockholm(now).toPlainDate();
      const promised = byWorkingDay(now, { ...rule, arbetsdagar }).toPlainDate();
      let passed = 0;
      for (let day = today.add({ days: 1 }); Temporal.PlainDate.compare(day, promised) <= 0; day = day.add({ days: 1 })) {
        if (isWorkingDay(day, ledigaDagar)) passed += 1;
      }
      expect(Temporal.PlainDate.compare(promised, today)).toBe(1);
      expect(isWorkingDay(promised, ledigaDagar)).toBe(true);
      expect(passed).toBe(arbetsdagar);
    }),
  );
});

test('who writes later is never promised an earlier time', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 20 * 24 * 60 }), numbers, (now, minutes, arbetsdagar) => {
      const first = byWorkingDay(now, { ...rule, arbetsdagar });
      const second = byWorkingDay(now.add({ minutes }), { ...rule, arbetsdagar });
      expect(Temporal.ZonedDateTime.compare(first, second)).toBeLessThanOrEqual(0);
    }),
  );
});
