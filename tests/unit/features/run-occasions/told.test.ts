import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { DeskOccasion, DeskSession } from '../../../../src/features/run-occasions/run-occasions.schema.ts';
import { toldOfMove } from '../../../../src/features/run-occasions/told.text.ts';

const now = Temporal.Instant.from('2027-01-10T12:00:00Z');
const session = (hours: number, booked: number, waiting = 0, form: DeskSession['form'] = 'physical'): DeskSession => ({
  ...{ id: String(hours), part: 1, startsAt: now.add({ hours }), endsAt: now.add({ hours: hours + 1 }), form, place: null },
  ...{ address: null, digitalLink: null, staff: null, meets: null, cancelledAt: null, isTaken: booked > 0 },
  told: { booked, waiting },
});
const form = { seats: 4, free: 2, booked: 2, offered: 0, inLine: 1, seatsInLine: 1 };
const occasion = (sessions: DeskSession[], more: Partial<DeskOccasion> = {}) => ({
  ...{ isSlotted: false, digital: null, physical: form, sessions },
  told: { booked: 3, waiting: 1, asked: 0, suits: 0 },
  ...more,
});

test('another room for a day that is cut into times is told to those whose time is to come', () => {
  const day = occasion([session(-2, 1), session(1, 1), session(2, 1), session(3, 0)], { isSlotted: true });
  expect(toldOfMove(day, { session: undefined, span: undefined }, now)).toEqual({
    ...{ booked: 2, waiting: 1 },
    text: '2 bokningar och 1 i kö får ett mejl.',
  });
  const free = session(3, 0);
  expect(toldOfMove(day, { session: free, span: undefined }, now)).toMatchObject({ booked: 0, waiting: 0 });
});

test('of a course, who makes up for another evening hears nothing of this one', () => {
  const [one, two] = [session(24, 2, 1), session(48, 3, 1)];
  const course = occasion([one, two]);
  expect(toldOfMove(course, { session: one, span: undefined }, now).text).toBe('2 bokningar och 1 i kö får ett mejl.');
});

test('of another place alone, who is there on a screen hears nothing', () => {
  const evening = session(24, 2, 0, 'hybrid');
  const both = occasion([evening], { digital: form });
  const later = { startsAt: evening.startsAt.add({ hours: 1 }), endsAt: evening.endsAt.add({ hours: 1 }) };
  expect(toldOfMove(both, { session: evening, span: later }, now).text).toBe('2 bokningar får ett mejl.');
  for (const of of [evening, undefined])
    expect(toldOfMove(both, { session: of, span: of }, now).text).toMatch(/^Av .* får de som kommer på plats ett mejl\.$/);
  expect(toldOfMove(occasion([session(24, 0)]), { session: session(24, 0), span: undefined }, now).text).toContain('Ingen');
});
