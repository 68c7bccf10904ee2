import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { cutSlots, type DayToCut } from '../../../../src/features/run-occasions/slots.rules.ts';
import { inStockholm } from '../../../../src/shared/time/stockholm.ts';

const day = (more: Partial<DayToCut> = {}): DayToCut => ({
  day: Temporal.PlainDate.from('2027-01-29'),
  from: Temporal.PlainTime.from('09:00'),
  to: Temporal.PlainTime.from('12:00'),
  length: 45,
  pause: 15,
  staff: [],
  ...more,
});
const clocks = (cut: DayToCut) =>
  cutSlots(cut).map(({ startsAt, endsAt }) => `${inStockholm(startsAt).toPlainTime()}-${inStockholm(endsAt).toPlainTime()}`);

test('a morning is cut into slots with pauses, and none goes past its end', () => {
  expect(clocks(day())).toEqual(['09:00:00-09:45:00', '10:00:00-10:45:00', '11:00:00-11:45:00']);
  expect(clocks(day({ to: Temporal.PlainTime.from('11:44') }))).toHaveLength(2);
  expect(clocks(day({ to: Temporal.PlainTime.from('09:30') }))).toEqual([]);
});

test('two who meet families do so at the same times', () => {
  expect(cutSlots(day({ staff: ['a', 'b'] })).map(({ staff }) => staff)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
});

test('slots of one person never meet each other, keep the pause, and stay within the day', () => {
  const minutes = fc.integer({ min: 5, max: 240 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 366 }),
      minutes,
      fc.integer({ min: 0, max: 60 }),
      minutes,
      (after, length, pause, whole) => {
        const from = Temporal.PlainTime.from('08:00');
        const cut = day({
          day: Temporal.PlainDate.from('2027-01-01').add({ days: after }),
          from,
          to: from.add({ minutes: whole }),
          length,
          pause,
        });
        const slots = cutSlots(cut);
        expect(slots.every(({ startsAt, endsAt }) => endsAt.since(startsAt).total('minutes') === length)).toBe(true);
        const pauses = slots
          .slice(1)
          .map(({ startsAt }, before) => startsAt.since(slots[before]?.endsAt ?? startsAt).total('minutes'));
        expect(pauses.every((minutesBetween) => minutesBetween === pause)).toBe(true);
        expect(slots.length).toBe(Math.floor((whole + pause) / (length + pause)));
      },
    ),
  );
});
