import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysAhead, readYear } from '../../../../src/features/run-occasions/year-form.ts';

const rule = (now: string) => ({
  rule: { andringar: [] },
  daysOff: ['julafton', 'nyårsafton', 'midsommarafton'] as const,
  now: Temporal.Instant.from(now),
});
const typed = (more: Record<string, string[]> = {}) => ({
  ...{ ar: ['2027'], satt: ['grupp'], fran: ['12:00'], till: ['13:00'], digitalt: ['40'], publicera: ['ja'] },
  ...more,
});
type Year = {
  is_slotted: boolean;
  months: { month: string; proposed: boolean; sessions: { starts_at: string; form: string; staff_id: string | null }[] }[];
};
const yearOf = (more: Record<string, string[]> = {}, now = '2026-11-29T12:00:00Z') =>
  readYear(typed(more), 'Så funkar det', rule(now));

test('a year in a group has one session a month at the same hour by the clock, and says which are proposed', () => {
  const read = yearOf();
  if (!read.ok) throw new Error('not read');
  const year = read.year as Year;
  expect(year.months).toHaveLength(12);
  expect(year.months.map(({ sessions }) => sessions[0]?.starts_at.slice(10))).toEqual(
    Array.from({ length: 12 }, (_, at) => (at + 1 > 3 && at + 1 < 11 ? 'T10:00:00Z' : 'T11:00:00Z')),
  );
  expect(year.months.filter(({ proposed }) => proposed).map(({ month }) => month)).toEqual([
    ...['2027-03-01', '2027-04-01', '2027-06-01', '2027-12-01'],
  ]);
});

test('as slots each day is cut, one slot for each who meets families', () => {
  const ids = ['6f1c2c1e-0000-4000-8000-000000000001', '6f1c2c1e-0000-4000-8000-000000000002'];
  const read = yearOf({
    satt: ['tider'],
    till: ['14:00'],
    langd: ['45'],
    paus: ['15'],
    vem: ids,
    form: ['digital'],
    digitalt: [''],
  });
  if (!read.ok) throw new Error('not read');
  const { months, is_slotted } = read.year as Year;
  expect(is_slotted).toBe(true);
  expect(months[0]?.sessions.map(({ staff_id }) => staff_id)).toEqual([...ids, ...ids]);
});

test('what has been is not made', () => {
  expect(daysAhead(2027, rule('2027-05-28T06:00:00Z')).map(({ month }) => month.month)).toEqual([6, 7, 8, 9, 10, 11, 12]);
});

test.each<[Record<string, string[]>, string]>([
  [{ ar: ['2050'] }, 'ar'],
  [{ till: ['11:00'] }, 'till'],
  [{ digitalt: [''] }, 'digitalt'],
  [{ fysiskt: ['10'] }, 'plats'],
  [{ satt: ['tider'], langd: ['90'], paus: ['0'] }, 'langd'],
])('%j is refused beside its field', (more, name) => {
  const read = yearOf(more);
  expect(read.ok ? [] : read.faults.map((fault) => fault.name)).toEqual([name]);
});
