import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../../../../src/shared/time/days-off.ts';

const works = (date: string, ...extra: Parameters<typeof isWorkingDay>[1]) => isWorkingDay(Temporal.PlainDate.from(date), extra);

test.each([
  ['2026-01-01', 'nyårsdagen'],
  ['2026-01-06', 'trettondedag jul'],
  ['2026-04-03', 'långfredagen'],
  ['2026-04-06', 'annandag påsk'],
  ['2026-05-01', 'första maj'],
  ['2026-05-14', 'Kristi himmelsfärdsdag'],
  ['2025-06-06', 'nationaldagen'],
  ['2026-12-25', 'juldagen'],
  ['2026-11-28', 'a Saturday'],
  ['2026-11-29', 'a Sunday'],
])('%s is off: %s', (date) => {
  expect(works(date)).toBe(false);
});

test.each(['2026-11-27', '2026-01-05', '2026-04-02', '2026-04-30', '2026-05-25', '2026-10-30', '2026-06-05'])(
  '%s is a working day, even where others take half of it off',
  (date) => {
    expect(works(date, 'julafton', 'nyårsafton', 'midsommarafton')).toBe(true);
  },
);

test.each([
  ['2026-12-24', 'julafton'],
  ['2026-12-31', 'nyårsafton'],
  ['2026-06-19', 'midsommarafton'],
  ['2027-06-25', 'midsommarafton'],
] as const)('%s is off only when %s is named', (date, eve) => {
  expect(works(date)).toBe(true);
  expect(works(date, eve)).toBe(false);
});
