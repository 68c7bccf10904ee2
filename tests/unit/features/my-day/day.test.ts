import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayIn, groupOf } from '../../../../src/features/my-day/day.ts';
import type { Waiting } from '../../../../src/features/my-day/my-day.schema.ts';

const now = Temporal.Instant.from('2026-11-25T09:00:00Z');
const row = (what: Waiting['what'], due: string | null, late = false): Waiting => ({
  ...{ number: 1, what, late, mayOpen: true },
  due: due === null ? null : Temporal.Instant.from(due),
});

test.each<[string, Waiting, string]>([
  ['a call that was promised for yesterday', row('call', '2026-11-24T15:00:00Z', true), 'late'],
  ['a call this afternoon', row('call', '2026-11-25T15:00:00Z'), 'today'],
  ['a call at half past midnight in Sweden', row('call', '2026-11-25T23:30:00Z'), 'later'],
  ['a message', row('message', '2026-11-25T08:00:00Z'), 'waiting'],
  ['a day to ask again', row('ask_again', '2026-11-23T23:00:00Z'), 'waiting'],
  ['an assessment that stands still', row('silent', '2026-11-01T08:00:00Z'), 'silent'],
])('%s', (_about, waiting, group) => expect(groupOf(waiting, now)).toBe(group));

test('every group is there, in the order to be done, and nothing is left out', () => {
  const rows = [row('silent', '2026-11-01T08:00:00Z'), row('call', '2026-11-24T15:00:00Z', true), row('message', null)];
  const day = dayIn(rows, now);
  expect(day.map(([group]) => group)).toEqual(['late', 'today', 'waiting', 'silent', 'later']);
  expect(day.flatMap(([, inIt]) => inIt)).toHaveLength(rows.length);
});
