import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nextOf, sortBookings } from '../../../../src/features/my-bookings/my-bookings.rules.ts';
import { peopleInWords } from '../../../../src/features/my-bookings/my-bookings.text.ts';
import { whereNext } from '../../../../src/features/my-bookings/where.ts';
import type { BookingView } from '../../../../src/shared/occasions/booking.ts';

const now = Temporal.Instant.from('2027-01-10T09:00:00Z');
const at = (hours: number) => now.add({ hours });
const session = (hours: number) => ({
  ...{ id: randomUUID(), part: 1, form: 'digital' as const },
  ...{ startsAt: at(hours), endsAt: at(hours + 2) },
});

function booking(hours: number[], more: Partial<BookingView> = {}): BookingView {
  const sessions = hours.map(session);
  return {
    ...{ booking: randomUUID(), number: 1, ours: true, sequence: 0, state: 'booked', form: 'digital', seats: 1, occasion: 1 },
    ...{ activity: 'connect', title: 'Connect', isSlot: false, sessions, people: [], needs: null, madeAt: now, bookedAt: now },
    ...{ endedAt: null, endedWhy: null, asksWhetherItSuits: false, isFor: true, isMine: true },
    about: { startsAt: at(hours[0] ?? 0), endsAt: at((hours.at(-1) ?? 0) + 2) } as BookingView['about'],
    ...more,
  };
}
const line = (state: 'waiting' | 'offered', until?: number): NonNullable<BookingView['line']> => ({
  ...{ state, form: 'digital', seats: 1 },
  ...(state === 'waiting' ? { place: 2 } : { until: at(until ?? 0) }),
});

describe('one’s bookings', () => {
  test('lie ahead until the last evening is over, the nearest first', () => {
    const [late, course, over, before] = [booking([50]), booking([-100, -1, 300]), booking([-3]), booking([-90])];
    const sorted = sortBookings([late, before, course, over], now);
    expect(sorted.ahead).toEqual([course, late]);
    expect(sorted.past).toEqual([over, before]);
    expect(nextOf(course, now).startsAt).toEqual(at(-1));
    expect(nextOf(over, now).startsAt).toEqual(at(-3));
  });

  test('what is offered stands alone on top while it can be taken, and the most urgent first', () => {
    const later = booking([50], { state: 'waiting', line: line('offered', 20) });
    const sooner = booking([90], { state: 'waiting', line: line('offered', 2) });
    const gone = booking([60], { state: 'waiting', line: line('offered', -1) });
    const wish = booking([70], { line: line('offered', 3) });
    const sorted = sortBookings([later, sooner, gone, wish], now);
    expect(sorted.offers).toEqual([sooner, wish, later]);
    expect(sorted.ahead).toEqual([gone, wish]);
  });

  test('what is cancelled is past, and asks nothing', () => {
    const cancelled = booking([50], { state: 'cancelled', endedWhy: 'by_booker', asksWhetherItSuits: true });
    const moved = booking([40], { asksWhetherItSuits: true });
    expect(sortBookings([cancelled, moved], now)).toEqual({ offers: [], moved: [moved], ahead: [moved], past: [cancelled] });
  });

  test('who waits for a slot has no time of their own yet', () => {
    const waiting = booking([], { state: 'waiting', line: line('waiting') });
    expect(nextOf(waiting, now).startsAt).toEqual(at(0));
  });
});

test('where one is the next time: that evening counts, and while there is none the seat', () => {
  const course = booking([-3, 50], { form: 'physical', about: { place: 'Kulturhuset' } as BookingView['about'] });
  const [before, next] = course.sessions;
  if (!before || !next) throw new Error('no sessions');
  expect(whereNext(course, now)).toBe('digitalt');
  expect(whereNext({ ...course, sessions: [before, { ...next, form: 'physical', place: 'Skolan' }] }, now)).toBe('Skolan');
  expect(whereNext({ ...course, sessions: [before, { ...next, form: 'physical' }] }, now)).toBe('Kulturhuset');
  const waiting = booking([], { form: 'physical', state: 'waiting', line: line('waiting') });
  expect(whereNext(waiting, now)).toBe('på plats');
});

test('who is in it: adults by name, children by age alone, and who comes along as a number', () => {
  const id = randomUUID();
  expect(peopleInWords([{ id, name: 'Amira Exempelsson' }])).toBe('Amira Exempelsson');
  expect(
    peopleInWords([
      { id, name: 'Amira' },
      { id, name: 'Samir' },
      { id, age: 7 },
      { id, age: 4 },
    ]),
  ).toBe('Amira och Samir, barn 4 och 7 år');
  expect(peopleInWords([{ id, name: 'Vera' }, { id }, { id }])).toBe('Vera och 2 till');
});
