import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { entriesOf, monthsOf, monthToShow, nextOfEach, weeksOf } from '../../../../src/features/calendar/calendar.rules.ts';
import { heldWords } from '../../../../src/features/calendar/words.ts';
import { inStockholm } from '../../../../src/shared/time/stockholm.ts';
import { instants, stockholm } from '../../shared/time/instants.ts';
import { occasionAt } from './made-up.ts';

const long = stockholm('2020-01-01T00:00');
const occasions = fc
  .array(fc.array(instants, { minLength: 1, maxLength: 6 }), { maxLength: 6 })
  .map((all) => all.map((starts) => occasionAt(starts.toSorted((one, other) => Temporal.Instant.compare(one, other)))));

test('every session that is not over stands once in the tables of the months, on its day in Stockholm', () => {
  fc.assert(
    fc.property(occasions, instants, (all, now) => {
      const shown = monthsOf(entriesOf(all, now)).flatMap(({ month, entries }) =>
        weeksOf(month, entries).flatMap(({ days }) =>
          days.flatMap((day) => (day?.entries ?? []).flatMap(({ sessions }) => sessions.map((of) => ({ of, date: day?.date })))),
        ),
      );
      const ahead = all.flatMap(({ sessions }) => sessions).filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0);
      expect(shown.map(({ of }) => of.id).toSorted()).toEqual(ahead.map(({ id }) => id).toSorted());
      for (const { of, date } of shown) expect(inStockholm(of.startsAt).toPlainDate().toString()).toBe(date?.toString());
    }),
  );
});

test('a month has each of its days once, in order, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = Temporal.PlainYearMonth.from({ year, month: number });
      const weeks = weeksOf(month.toString(), []);
      const days = weeks.flatMap((week) => week.days.flatMap((day) => (day ? [day.date] : [])));
      expect(days.map(({ day }) => day)).toEqual(Array.from({ length: month.daysInMonth }, (_, at) => at + 1));
      const placed = weeks.flatMap(({ week, days }) => days.flatMap((day, at) => (day ? [{ day: day.date, at, week }] : [])));
      expect(placed.filter(({ day, at, week }) => day.dayOfWeek !== at + 1 || day.weekOfYear !== week)).toEqual([]);
    }),
  );
});

test('the weeks at the turn of a year have the numbers of the almanac', () => {
  expect(weeksOf('2027-01', []).map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
  expect(weeksOf('2029-12', []).map(({ week }) => week)).toEqual([48, 49, 50, 51, 52, 1]);
});

test('what is over never shows, and what goes on shows until it ends', () => {
  const evenings = occasionAt(['2027-01-12T18:00', '2027-01-19T18:00']);
  const days = (now: string) => entriesOf([evenings], stockholm(now)).map(({ starts }) => starts.day);
  expect(days('2027-01-12T17:00')).toEqual([12, 19]);
  expect(days('2027-01-12T18:59')).toEqual([12, 19]);
  expect(days('2027-01-12T19:00')).toEqual([19]);
  expect(days('2027-01-19T19:00')).toEqual([]);
});

test('the day is Stockholm’s, also on the nights when the clock is changed', () => {
  // Half past midnight in Stockholm is still the day before in UTC.
  const starts = ['2027-03-28T01:30', '2027-03-28T03:30', '2027-10-31T00:30', '2027-10-31T23:30', '2027-12-31T23:30'];
  const entries = entriesOf([occasionAt(starts)], long);
  expect(entries.map((entry) => entry.starts.toPlainDate().toString())).toEqual(['2027-03-28', '2027-10-31', '2027-12-31']);
  expect(entries.map(({ sessions }) => sessions.length)).toEqual([2, 2, 1]);
});

test('a day that is cut into times is one line, from the first time to the end of the last', () => {
  const slots = occasionAt(['2027-02-02T17:00', '2027-02-02T17:45', '2027-02-02T18:30'], { isSlotted: true });
  const [entry, ...more] = entriesOf([slots], stockholm('2027-02-02T18:10'));
  expect(more).toEqual([]);
  expect(entry?.starts.toPlainTime().toString()).toBe('17:45:00');
  expect(entry?.ends.toPlainTime().toString()).toBe('19:30:00');
});

test('a course stands once in the list, under what it has next', () => {
  const evenings = occasionAt(['2027-01-26T18:00', '2027-02-02T18:00']);
  const other = occasionAt(['2027-01-29T12:00']);
  const list = (now: string) =>
    nextOfEach(entriesOf([evenings, other], stockholm(now))).map(({ starts }) => starts.toPlainDate().toString());
  expect(list('2027-01-20T08:00')).toEqual(['2027-01-26', '2027-01-29']);
  expect(list('2027-01-27T08:00')).toEqual(['2027-01-29', '2027-02-02']);
});

test('a month that is empty gives way to the next that has something', () => {
  const months = monthsOf(entriesOf([occasionAt(['2027-01-29T12:00']), occasionAt(['2027-04-30T12:00'])], long));
  const shown = (wanted: string | undefined, now = '2026-12-30T08:00') => monthToShow(months, wanted, stockholm(now))?.month;
  expect(shown(undefined)).toBe('2027-01');
  expect(shown('2027-01')).toBe('2027-01');
  expect(shown('2027-02')).toBe('2027-04');
  expect(shown(undefined, '2027-02-01T08:00')).toBe('2027-04');
  expect(shown('2030-01')).toBe('2027-04');
  expect(monthToShow([], undefined, long)).toBeUndefined();
});

test('a line says where its own evening is held, and of a day of times where any of them is', () => {
  const seats = { seats: 16, free: 16, inLine: 0 };
  const course = occasionAt(['2027-01-12T18:00', '2027-01-19T18:00', '2027-01-26T18:00'], {
    ...{ digital: null, physical: seats, place: 'Kulturhuset' },
  });
  const [first, second, third] = course.sessions;
  if (!first || !second || !third) throw new Error('no sessions');
  const sessions = [first, { ...second, form: 'physical' as const }, { ...third, form: 'physical' as const, place: 'Skolan' }];
  const held = (wishes: object) => entriesOf([{ ...course, ...wishes }], long).map(heldWords);
  expect(held({ sessions })).toEqual(['på nätet', 'på plats, Kulturhuset', 'på plats, Skolan']);
  expect(held({ isSlotted: true, digital: seats, sessions: [first] })).toEqual(['på plats, Kulturhuset, eller på nätet']);
});
