import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicHoliday, isWorkingDay, type NamedDayOff } from '../../../../src/shared/time/days-off.ts';
import { fridaysOf } from '../../../../src/shared/time/friday-year.ts';

const EVES: NamedDayOff[] = ['julafton', 'nyårsafton', 'midsommarafton'];
const yearOf = (year: number, andringar: { fran: string; till?: string }[] = []) => fridaysOf(year, { andringar }, EVES);
const proposed = (year: number) =>
  yearOf(year).flatMap(({ friday, on, why, isProposed }) => (isProposed ? [`${friday} ${why} ${on}`] : []));

test.each([
  // Christmas Day, and the Friday before All Saints' Day.
  [2026, ['2026-10-30 before_day_off 2026-10-23', '2026-12-25 day_off 2026-12-18']],
  // Good Friday, before the first of May, the eve of Midsummer, and New Year's Eve, before which Christmas Eve is a Friday too.
  [
    2027,
    [
      ...['2027-03-26 day_off 2027-03-19', '2027-04-30 before_day_off 2027-04-23'],
      ...['2027-06-25 day_off 2027-06-18', '2027-12-31 day_off 2027-12-17'],
    ],
  ],
  [2028, []],
  [2029, ['2029-03-30 day_off 2029-03-23']],
  [2030, []],
])('%i proposes other days for those that are off or before a red day', (year, expected) => {
  expect(proposed(year)).toEqual(expected);
});

test('the others are the last Fridays, and wait for nobody', () => {
  expect(yearOf(2028).map(({ on }) => on?.toString())).toEqual([
    ...['2028-01-28', '2028-02-25', '2028-03-31', '2028-04-28', '2028-05-26', '2028-06-30'],
    ...['2028-07-28', '2028-08-25', '2028-09-29', '2028-10-27', '2028-11-24', '2028-12-29'],
  ]);
});

test('what somebody has decided stands as it is written, also that there is none', () => {
  const [january, february] = yearOf(2028, [{ fran: '2028-01-28', till: '2028-02-01' }, { fran: '2028-02-25' }]);
  expect(january).toMatchObject({ why: 'decided', isProposed: false });
  expect(january?.on?.toString()).toBe('2028-02-01');
  expect(february).toMatchObject({ why: 'decided', on: undefined, isProposed: false });
});

test('every month has one day in it, a Friday that people work on and that is not before a red day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2100 }), (year) => {
      const months = yearOf(year);
      expect(months.map(({ month }) => month.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      for (const { month, friday, on, isProposed } of months) {
        if (!on) throw new Error(`no day in ${month}`);
        expect(on.toPlainYearMonth().equals(month)).toBe(true);
        expect(on.dayOfWeek).toBe(5);
        expect(isWorkingDay(on, EVES)).toBe(true);
        expect(isPublicHoliday(on.add({ days: 1 }))).toBe(false);
        expect(on.equals(friday)).toBe(!isProposed);
      }
    }),
    { numRuns: 30 },
  );
});
