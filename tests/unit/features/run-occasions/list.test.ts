import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { actsOf, sorted } from '../../../../src/features/run-occasions/list.rules.ts';
import { fillOf, moreOf, turnoutOf } from '../../../../src/features/run-occasions/list-words.ts';
import { rowsSchema } from '../../../../src/features/run-occasions/run-occasions.schema.ts';

const now = Temporal.Instant.from('2027-01-10T12:00:00Z');
const row = (number: number, state: string, startsAt: string | null) => ({
  ...{
    number,
    state,
    activity: 'connect',
    title: 'Connect',
    theme: null,
    audience: ['everyone'],
    municipality: null,
    place: null,
  },
  ...{ startsAt, endsAt: startsAt, isSlotted: false, sessions: 1, bookingOpensAt: null, notBookable: null, digital: null },
  ...{ physical: null, attendance: { attended: 0, absent: 0 } },
});

test('proposals come before drafts, and the rest by month as the clock in Stockholm has it', () => {
  const rows = rowsSchema.parse([
    row(1, 'draft', null),
    row(2, 'draft', '2027-01-12T17:00:00Z'),
    row(3, 'published', '2027-01-31T22:30:00Z'),
    row(4, 'published', '2027-01-31T23:30:00Z'),
    row(5, 'cancelled', '2027-01-20T17:00:00Z'),
    row(6, 'proposed', '2027-03-19T11:00:00Z'),
  ]);
  const { unsettled, months } = sorted(rows);
  expect(unsettled.map(({ number }) => number)).toEqual([6, 2, 1]);
  expect(months.map(({ month, rows: its }) => [month, its.map(({ number }) => number)])).toEqual([
    ['2027-01', [3, 5]],
    ['2027-02', [4]],
  ]);
});

const standing = (more: object = {}) => ({
  ...{
    state: 'published' as const,
    endsAt: now.add({ hours: 48 }),
    isBooked: false,
    bookingClosedAt: null,
    publishedAt: now,
    isSlotted: false,
  },
  ...more,
});
const acts = (more: object = {}) => [...actsOf(standing(more), now)].sort();

test('what can be done follows how it stands', () => {
  expect(acts({ state: 'draft' })).toEqual(['change', 'discard', 'link', 'publish']);
  expect(acts()).toEqual(['cancel', 'capacity', 'change', 'close', 'draft', 'link', 'message', 'move']);
  expect(acts({ isBooked: true })).not.toContain('draft');
  expect(acts({ bookingClosedAt: now })).toContain('open');
  expect(acts({ isSlotted: true })).not.toContain('capacity');
  expect(acts({ endsAt: now })).toEqual(['message']);
  expect(acts({ state: 'cancelled' })).toEqual([]);
  expect(acts({ state: 'cancelled', publishedAt: null })).toEqual(['restore']);
});

test('how full it is says what is over, offered and in line', () => {
  const form = { seats: 4, booked: 5, free: -2, offered: 1, inLine: 3, seatsInLine: 4 };
  expect(fillOf('digital', form, false)).toBe('6 av 4 digitalt');
  expect(moreOf(form)).toEqual(['2 över', '1 erbjuden', '3 i kö']);
  expect(turnoutOf({ attendance: { attended: 3, absent: 1 } })).toBe('3 kom, 1 uteblev');
  expect(turnoutOf({ attendance: { attended: 0, absent: 0 } })).toBe('Inte noterat');
});
